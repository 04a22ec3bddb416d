import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { twoFactor } from '../schema/auth.ts';

/** The secret of a person's app, encrypted as it is kept; null when there is none. */
export async function factorSecret(db: Db, person: PersonId): Promise<string | null> {
  const [found] = await db.select({ secret: twoFactor.secret }).from(twoFactor).where(eq(twoFactor.userId, person));
  return found?.secret ?? null;
}

/**
 * Uses up a time step of a person's app, and with it all before. Of several who come with the same code one is let in.
 *
 * @param step 30 seconds since 1970 (RFC 6238)
 * @returns false when this step, or a later one, was used before.
 */
export async function takeTimeStep(db: Db, person: PersonId, step: number): Promise<boolean> {
  const used = await db
    .update(twoFactor)
    .set({ lastStep: step })
    .where(and(eq(twoFactor.userId, person), or(isNull(twoFactor.lastStep), lt(twoFactor.lastStep, step))))
    .returning({ id: twoFactor.id });
  return used.length > 0;
}
