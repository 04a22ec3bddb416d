import { randomBytes, randomUUID } from 'node:crypto';
import { ROLES } from '../../cases/index.ts';
import { addToken, endToken } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, choices, line, madeId } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { hashOf } from './hash.ts';

const PREFIX = 'komainu_'; // so that people and scanners know what it is when it lies somewhere
const DAY_MS = 86_400_000;

/** For how many days a token may be valid. */
export const TOKEN_DAYS = ['30', '90', '365'] as const;

/** Lets a program ask the API. The token is told once: nobody can look it up again. */
export const createToken = act({
  path: '/tokens',
  right: 'tokens.manage',
  audit: 'token.create',
  ask: { name: line(60), roles: choices(ROLES), days: choice(TOKEN_DAYS) },
  logged: [],
  async do(tx, { name, roles, days }, { by, person, at }) {
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const id = randomUUID();
    const expiresAt = new Date(at.getTime() + Number(days) * DAY_MS);
    const whose = { createdBy: by, owner: person, createdAt: at };
    if (!(await addToken(tx, { id, name, roles, tokenHash: hashOf(token), ...whose, expiresAt })))
      throw wrongFields({ name: 'taken' });
    return { id, name, token };
  },
  told: (_, { name, roles, days }) => ({ name, roles, days: Number(days) }),
  to: (_, { id }) => `token/${id}`,
});

/** Ends a token at once. */
export const revokeToken = act({
  path: '/tokens/:id/revoke',
  right: 'tokens.manage',
  audit: 'token.revoke',
  ask: { id: madeId() },
  logged: [],
  to: ({ id }) => `token/${id}`,
  async do(tx, { id }, { at }) {
    if (!(await endToken(tx, id, at))) throw new Refusal({ code: 'not-there' });
  },
});
