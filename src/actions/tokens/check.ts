import type { AuditActor } from '../../audit/index.ts';
import { type ApiToken, findToken, loadAccount, noteTokenUse } from '../../store/index.ts';
import type { Reader } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { hashOf } from './hash.ts';

export type TokenState = 'valid' | 'expired' | 'revoked';

export function stateOf({ revokedAt, expiresAt }: Pick<ApiToken, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'valid' : 'expired';
}

/** A token that is valid, with whoever made it, as their account is now. */
export interface ValidToken extends Omit<ApiToken, 'owner'> {
  readonly owner: Reader | null;
}

/** Looks up what a program sent; the use of one that has ended is written into the audit log. @returns null unless it is valid */
export async function checkToken(
  { db, audit }: Pick<ActionDeps, 'db' | 'audit'>,
  given: string,
  by: AuditActor,
): Promise<ValidToken | null> {
  const token = await findToken(db, hashOf(given));
  if (token === null) return null;
  const state = stateOf(token, by.at);
  if (state === 'valid') {
    await noteTokenUse(db, token, by.at);
    return { ...token, owner: token.owner && (await loadAccount(db, token.owner, by.at)) };
  }
  const { id, name } = token;
  await audit.record({ ...by, name: `api:${name}`, action: 'token.refuse', target: `token/${id}`, details: { state } });
  return null;
}
