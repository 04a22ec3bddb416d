import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { apiToken } from '../schema/auth.ts';

/** A token for programs; the token itself is nowhere. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdBy: string;
  readonly owner: PersonId | null; // whose account that is; null: a command made it
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null; // to the minute
}

const shown = {
  id: apiToken.id,
  name: apiToken.name,
  roles: apiToken.roles,
  createdBy: apiToken.createdBy,
  owner: apiToken.owner,
  createdAt: apiToken.createdAt,
  expiresAt: apiToken.expiresAt,
  revokedAt: apiToken.revokedAt,
  lastUsedAt: apiToken.lastUsedAt,
};

/** All there ever were, the newest first. */
export const listTokens = (db: Db): Promise<ApiToken[]> =>
  db.select(shown).from(apiToken).orderBy(desc(apiToken.createdAt), desc(apiToken.id));

export type NewToken = Pick<ApiToken, 'id' | 'name' | 'roles' | 'createdBy' | 'owner' | 'createdAt' | 'expiresAt'> & {
  readonly tokenHash: string;
};

/** @returns false when there is or was a token of this name. */
export async function addToken(db: Db, { roles, name, createdBy, ...token }: NewToken): Promise<boolean> {
  const added = await db
    .insert(apiToken)
    .values({ ...token, name: clean(name), createdBy: clean(createdBy), roles: [...roles] })
    .onConflictDoNothing({ target: apiToken.name })
    .returning({ id: apiToken.id });
  return added.length > 0;
}

/** Ends a token. @returns false when there is no such token, or it was revoked before. */
export async function endToken(db: Db, id: string, at: Date): Promise<boolean> {
  const ended = await db
    .update(apiToken)
    .set({ revokedAt: at })
    .where(and(eq(apiToken.id, clean(id)), isNull(apiToken.revokedAt)))
    .returning({ id: apiToken.id });
  return ended.length > 0;
}

export async function findToken(db: Db, tokenHash: string): Promise<ApiToken | null> {
  const [found] = await db.select(shown).from(apiToken).where(eq(apiToken.tokenHash, tokenHash));
  return found ?? null;
}

const A_MINUTE_MS = 60_000;

/** Remembers that a token was used, once a minute at most. */
export async function noteTokenUse(db: Db, { id }: Pick<ApiToken, 'id'>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - A_MINUTE_MS);
  await db
    .update(apiToken)
    .set({ lastUsedAt: now })
    .where(and(eq(apiToken.id, id), or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, before))));
}
