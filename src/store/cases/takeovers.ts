import { and, desc, eq, ne } from 'drizzle-orm';
import { type CaseId, type Claim, claimEnd, type PersonId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { claim, takeover } from '../schema/review.ts';
import { liveClaim, type Reviewer } from './claims.ts';

/** A claim that someone took over. */
export interface Takeover {
  readonly caseId: CaseId;
  readonly by: string; // name
  readonly at: Date;
}

/**
 * Takes a live claim over from whoever has it and notes it for them. People decide one case at a time: the other claims of who
 * takes it end.
 *
 * @returns the claim that was taken; null when nobody else has one, and nothing was changed.
 */
export async function takeOverClaim(tx: Db, id: CaseId, reviewer: Reviewer, now: Date): Promise<Claim | null> {
  await tx.select({ id: claim.caseId }).from(claim).where(eq(claim.caseId, id)).for('update'); // of two, one is first
  const held = await liveClaim(tx, id, now);
  if (held === null || held.person === reviewer.id) return null;
  const by = clean(reviewer.name);
  await tx.delete(claim).where(and(eq(claim.person, reviewer.id), ne(claim.caseId, id)));
  await tx
    .update(claim)
    .set({ person: reviewer.id, name: by, until: claimEnd(now) })
    .where(eq(claim.caseId, id));
  await tx.delete(takeover).where(and(eq(takeover.caseId, id), eq(takeover.person, reviewer.id)));
  await tx
    .insert(takeover)
    .values({ caseId: id, person: held.person, by, at: now })
    .onConflictDoUpdate({ target: [takeover.caseId, takeover.person], set: { by, at: now } });
  return held;
}

const MOST = 20;

/** What was taken over from a person and they have not seen yet, newest first. */
export const takeoversFrom = (db: Db, person: PersonId): Promise<Takeover[]> =>
  db
    .select({ caseId: takeover.caseId, by: takeover.by, at: takeover.at })
    .from(takeover)
    .where(eq(takeover.person, person))
    .orderBy(desc(takeover.at), desc(takeover.caseId))
    .limit(MOST);

/** They have seen it. */
export async function forgetTakeovers(db: Db, person: PersonId): Promise<void> {
  await db.delete(takeover).where(eq(takeover.person, person));
}
