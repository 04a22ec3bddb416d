import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '../audit/index.ts';
import type { Role } from '../cases/index.ts';
import { type ApiToken, addToken, endToken, findToken, noteTokenUse } from '../store/index.ts';
import type { ActionDeps } from './deps.ts';

const PREFIX = 'komainu_'; // so that people and scanners know what it is when it lies somewhere
const DAY_MS = 86_400_000;

/** 256 random bits need no slow hash: there is nothing to guess. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface NewApiToken {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly days: number; // until it ends
}

/** @returns the token, which nobody can look up again; null when there is or was one of this name. */
export async function createToken(
  { audit }: Pick<ActionDeps, 'audit'>,
  { name, roles, days }: NewApiToken,
  by: Actor,
): Promise<string | null> {
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  const added = await audit.during(
    (tx) =>
      addToken(tx, {
        id,
        name,
        roles,
        tokenHash: hashOf(token),
        createdBy: by.name,
        createdAt: by.at,
        expiresAt: new Date(by.at.getTime() + days * DAY_MS),
      }),
    (done) => (done ? { ...by, action: 'token.create', target: `token/${id}`, details: { name, roles, days } } : null),
  );
  return added ? token : null;
}

/** Ends a token at once. @returns false when there is no such token that has not ended. */
export const revokeToken = ({ audit }: Pick<ActionDeps, 'audit'>, id: string, by: Actor): Promise<boolean> =>
  audit.during(
    (tx) => endToken(tx, id, by.at),
    (done) => (done ? { ...by, action: 'token.revoke', target: `token/${id}`, details: {} } : null),
  );

export type TokenState = 'valid' | 'expired' | 'revoked';

export function stateOf({ revokedAt, expiresAt }: Pick<ApiToken, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'valid' : 'expired';
}

/** Looks up what a program sent; the use of one that has ended is written into the audit log. @returns null unless it is valid */
export async function checkToken(
  { db, audit }: Pick<ActionDeps, 'db' | 'audit'>,
  given: string,
  by: Actor,
): Promise<ApiToken | null> {
  const token = await findToken(db, hashOf(given));
  if (token === null) return null;
  const state = stateOf(token, by.at);
  if (state === 'valid') {
    await noteTokenUse(db, token, by.at);
    return token;
  }
  const { id, name } = token;
  await audit.record({ ...by, name: `api:${name}`, action: 'token.refuse', target: `token/${id}`, details: { state } });
  return null;
}
