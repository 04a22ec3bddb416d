import { and, arrayOverlaps, eq, isNull, not, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type CaseId, isHeavy, nextInTurn, PAINFUL_ACTS } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { comesFromHeavy, otherIsFree } from '../people/exposure.ts';
import { caseFile } from '../schema/core.ts';
import { claim } from '../schema/review.ts';
import { openForDeciding, type Reviewer } from './claims.ts';
import { pressing } from './filter.ts';
import { declinedBy, skippedBy } from './skips.ts';
import { isVisible } from './visibility.ts';

/**
 * Claims the most pressing open case that nobody is at, that was not handed to someone else and that `reviewer` has not
 * skipped; of two of the worst in a row, the second may wait. However many ask at once, each gets another one.
 *
 * @param mayTake asked before a case is claimed; one it says no to is passed over.
 * @returns its id; null when none is left.
 *
 * @example
 * const id = await claimNext(db, { id: personId, name: '花子', seesConfidential: false }, new Date());
 */
export async function claimNext(
  db: Db,
  reviewer: Reviewer,
  now: Date,
  mayTake: (id: CaseId) => Promise<boolean> = async () => true,
): Promise<CaseId | null> {
  const passed: CaseId[] = [];
  for (;;) {
    const id = await nextFree(db, reviewer, now, passed);
    if (id === null) return null;
    if (!(await mayTake(id))) {
      passed.push(id);
      continue;
    }
    const held = await openForDeciding(db, id, reviewer, now);
    if (held?.person === reviewer.id) return id;
  } // someone was faster; their claim now hides the case
}

/** The case whose turn it is for `reviewer`, by the rule of `nextInTurn`. */
async function nextFree(db: Db, reviewer: Reviewer, now: Date, passed: readonly CaseId[]): Promise<CaseId | null> {
  const left = passed.length === 0 ? undefined : notInArray(caseFile.id, [...passed]);
  const first = await firstFree(db, reviewer, now, left);
  if (first === null) return null;
  const heavy = isHeavy(first);
  if (!heavy || !(await comesFromHeavy(db, reviewer.id, now))) return first.id;
  const lighter = await firstFree(db, reviewer, now, and(left, not(HEAVY)));
  const otherFree = first.assignee === null && (await otherIsFree(db, first, reviewer.id, now));
  return nextInTurn({
    first: { id: first.id, heavy, urgent: first.band === 'urgent' },
    lighter: lighter?.id ?? null,
    afterHeavy: true,
    otherFree,
  });
}

/** `isHeavy` for the database: null where there is no band is no. */
const HEAVY = sql`coalesce(${or(eq(caseFile.band, 'urgent'), arrayOverlaps(caseFile.acts, [...PAINFUL_ACTS]))}, false)`;

async function firstFree(db: Db, reviewer: Reviewer, now: Date, which?: SQL) {
  const [first] = await db
    .select({
      id: caseFile.id,
      band: caseFile.band,
      acts: caseFile.acts,
      assignee: caseFile.assignee,
      forDesk: sql<boolean>`${caseFile.withConsultation} or ${caseFile.confidential}`,
    })
    .from(caseFile)
    .where(
      and(
        which,
        eq(caseFile.status, 'open'),
        isVisible(reviewer),
        or(
          and(eq(caseFile.assignee, reviewer.id), not(declinedBy(reviewer.id))), // asked in person, though they skipped it
          and(
            or(isNull(caseFile.assignee), declinedBy(caseFile.assignee)),
            reviewer.seesConfidential ? undefined : eq(caseFile.withConsultation, false),
            not(skippedBy(reviewer.id)),
          ),
        ),
        sql`not exists (select from ${claim} where ${claim.caseId} = ${caseFile.id}
          and ${claim.person} <> ${reviewer.id} and ${claim.until} > ${now.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(...pressing)
    .limit(1);
  return first ?? null;
}
