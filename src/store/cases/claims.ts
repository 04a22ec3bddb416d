import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { type CaseId, type Claim, claimEnd, type PersonId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { claim } from '../schema/review.ts';
import { isVisible, type Visibility } from './visibility.ts';

/** Who asks, and for whom they may decide. */
export interface Reviewer extends Visibility {
  readonly id: PersonId;
  readonly name: string;
}

/**
 * Claims an open case for `reviewer`, or renews their claim. One statement decides who is first.
 *
 * @returns the live claim, perhaps someone else's; null when the case is not open.
 */
export async function claimCase(db: Db, id: CaseId, reviewer: Reviewer, now: Date): Promise<Claim | null> {
  return db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(and(eq(caseFile.id, id), eq(caseFile.status, 'open'), isVisible(reviewer)))
      .for('share'); // a decision made at this moment ends first
    if (!open) return null;
    const [own] = await tx
      .insert(claim)
      .values({ caseId: id, person: reviewer.id, name: clean(reviewer.name), until: claimEnd(now) })
      .onConflictDoUpdate({
        target: claim.caseId,
        set: { person: sql`excluded.person`, name: sql`excluded.name`, until: sql`excluded.until` },
        setWhere: or(eq(claim.person, reviewer.id), lte(claim.until, now)),
      })
      .returning({ person: claim.person, name: claim.name, until: claim.until });
    return own ?? (await liveClaim(tx, id, now));
  });
}

/** Claims a case that someone opens, and notes when the first one did. People decide one case at a time: their other claims end. */
export async function openForDeciding(db: Db, id: CaseId, reviewer: Reviewer, now: Date): Promise<Claim | null> {
  const held = await claimCase(db, id, reviewer, now);
  if (held?.person === reviewer.id) {
    await db.delete(claim).where(and(eq(claim.person, reviewer.id), ne(claim.caseId, id)));
    await db
      .update(caseFile)
      .set({ seenAt: now })
      .where(and(eq(caseFile.id, id), isNull(caseFile.seenAt)));
  }
  return held;
}

/** Ends a person's claim; someone else's stays. */
export async function releaseCase(db: Db, id: CaseId, person: PersonId): Promise<void> {
  await db.delete(claim).where(and(eq(claim.caseId, id), eq(claim.person, person)));
}

/** The claim that lives at `now`; null when nobody is at the case. */
export async function liveClaim(db: Db, id: CaseId, now: Date): Promise<Claim | null> {
  const [found] = await db.select().from(claim).where(eq(claim.caseId, id));
  return found && found.until > now ? { person: found.person, name: found.name, until: found.until } : null;
}
