import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../cases/index.ts';
import { addToken } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { hashOf } from './hash.ts';

const PREFIX = 'komainu_'; // so that people and scanners know what it is when it lies somewhere
const DAY_MS = 86_400_000;

export interface NewApiToken {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly days: number; // until it ends
}

/**
 * Lets a program ask the API.
 *
 * @returns the token, which nobody can look up again; null when there is or was one of this name.
 * @throws Refusal `not-allowed`
 */
export async function createToken(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  { name, roles, days }: NewApiToken,
): Promise<string | null> {
  requireRight(actor, 'tokens.manage');
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = randomUUID();
  const at = now();
  const added = await audit.during(
    (tx) =>
      addToken(tx, {
        id,
        name,
        roles,
        tokenHash: hashOf(token),
        createdBy: nameOf(actor),
        owner: personIdOf(actor),
        createdAt: at,
        expiresAt: new Date(at.getTime() + days * DAY_MS),
      }),
    (done) =>
      done
        ? {
            ...auditActorOf(actor, at),
            action: 'token.create',
            target: `token/${id}`,
            details: { name, roles, days },
          }
        : null,
  );
  return added ? token : null;
}
