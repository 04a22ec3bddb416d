import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseId, RetentionDays } from '../../cases/index.ts';
import { forgetCases } from '../cases/forget.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { partsOf } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { gatherCounts } from '../figures/kept-counts.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { mark } from '../schema/jobs.ts';
import { reading } from '../schema/reading.ts';
import { forgetSpotChecks, spotChecksDue } from '../spot-checks/forget.ts';
import { countByAge, daysBefore, type PurgedByAge, purgeByAge } from './by-age.ts';
import { COUNTED, forgetHandedIn, forgetMails } from './forget-mails.ts';
import { countUnopened, purgeUnopened } from './unopened.ts';
import { waits } from './waits.ts';

/** What was deleted, or would be: cases with all their text, verdicts that carry none, and what belongs to neither. */
export interface Purged extends PurgedByAge {
  readonly grey: number;
  readonly dismissed: number;
  readonly approved: number;
  readonly verdicts: number;
  readonly spotChecks: number; // texts of ordinary mails that were kept to be read
  readonly unopened: number; // originals of mails in rows of what nobody can open
}

export type PurgedCases = 'grey' | 'dismissed' | 'approved';

const AT_ONCE = 200;

/**
 * A case that waits for a decision is kept however old it is, and so is one on hold, or on which somebody still means to ask how
 * the person concerned is, and one on whose measures something is in force or waits, or to which somebody objects.
 */
function casesDue(db: Db, kind: PurgedCases, days: RetentionDays, now: Date): SQL {
  const age = {
    // By both times: an old mail that was read in today has not been seen by anyone yet.
    grey: () =>
      and(
        eq(caseFile.status, 'open'),
        eq(caseFile.band, 'grey'),
        lt(caseFile.receivedAt, daysBefore(now, days.greyDays)),
        lt(caseFile.openedAt, daysBefore(now, days.greyDays)),
      ),
    dismissed: () =>
      and(
        eq(caseFile.status, 'dismissed'),
        or(
          and(ne(caseFile.kind, 'report'), lt(caseFile.decidedAt, daysBefore(now, days.dismissedDays))),
          and(eq(caseFile.kind, 'report'), lt(caseFile.decidedAt, daysBefore(now, days.reportDays))),
        ),
      ),
    approved: () => and(eq(caseFile.status, 'approved'), lt(caseFile.decidedAt, daysBefore(now, days.approvedDays))),
  };
  const { 'follow-up': planned, measure: standing, objection: objected } = waits(db);
  return and(age[kind](), isNull(caseFile.heldBy), not(planned), not(standing), not(objected))!;
}

/** Verdicts of no case. One that a later delivery of the same message refers to goes after that one. */
function verdictsDue(db: Db, days: RetentionDays, now: Date): SQL {
  const later = alias(verdict, 'later');
  const one = { one: sql`1` };
  return and(
    lt(verdict.screenedAt, daysBefore(now, days.verdictDays)),
    notExists(db.select(one).from(caseMail).where(eq(caseMail.mailId, verdict.mailId))),
    notExists(db.select(one).from(later).where(eq(later.duplicateOf, verdict.mailId))),
  )!;
}

/** What `purge` would delete now. */
export async function purgeable(db: Db, days: RetentionDays, now: Date): Promise<Purged> {
  const cases = (kind: PurgedCases) => db.$count(caseFile, casesDue(db, kind, days, now));
  return {
    grey: await cases('grey'),
    dismissed: await cases('dismissed'),
    approved: await cases('approved'),
    verdicts: await db.$count(verdict, verdictsDue(db, days, now)),
    spotChecks: await spotChecksDue(db, now),
    unopened: await countUnopened(db, days, now),
    ...(await countByAge(db, days, now)),
  };
}

/** Does something in a transaction, perhaps with more that belongs to it. */
export type InTransaction = (act: (tx: Db) => Promise<Purged>) => Promise<Purged>;

/**
 * Deletes what has been kept long enough, all of it in the transactions that are written down. Cases go with every text in them; their verdicts stay without text until their
 * own time is over, and then as counts per day. In small transactions: killed half-way, the next run goes on.
 *
 * @example
 * const { grey, verdicts } = await purge(db, config.retention, new Date());
 */
export async function purge(
  db: Db,
  days: RetentionDays,
  now: Date,
  inTransaction: InTransaction = (act) => db.transaction(act),
): Promise<Purged> {
  let total: Purged | null = null;
  for (;;) {
    const some = await inTransaction((tx) => purgeSome(tx, days, now));
    total = total === null ? some : added(total, some);
    if (Object.values(some).every((count) => count < AT_ONCE)) break;
  }
  await gatherCounts(db);
  return total;
}

function added(total: Purged, some: Purged): Purged {
  const sums = Object.entries(some).map(([kind, count]) => [kind, total[kind as keyof Purged] + count]);
  return Object.fromEntries(sums) as Purged;
}

/** As much of each as a transaction should hold. */
async function purgeSome(tx: Db, days: RetentionDays, now: Date): Promise<Purged> {
  const cases = (kind: PurgedCases) => purgeCases(tx, casesDue(tx, kind, days, now));
  const counts = { grey: await cases('grey'), dismissed: await cases('dismissed'), approved: await cases('approved') };
  const spotChecks = await forgetSpotChecks(tx, now, AT_ONCE);
  const verdicts = await purgeVerdicts(tx, verdictsDue(tx, days, now));
  const unopened = await purgeUnopened(tx, days, now, AT_ONCE);
  return { ...counts, verdicts, spotChecks, unopened, ...(await purgeByAge(tx, days, now, AT_ONCE)) };
}

async function purgeCases(tx: Db, which: SQL): Promise<number> {
  const found = await tx
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(which)
    .orderBy(asc(caseFile.id))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true });
  const due = found.map(({ id }) => id);
  if (due.length === 0) return 0;
  const ids = [...due, ...(await partsOf(tx, due))]; // what stands in them goes with them
  const mails = tx.select({ id: caseMail.mailId }).from(caseMail).where(inArray(caseMail.caseId, ids));
  const withText = or(isNotNull(verdict.assessment), isNotNull(verdict.failure));
  await tx
    .update(verdict)
    .set({ assessment: null, failure: null })
    .where(and(inArray(verdict.mailId, mails), withText));
  await tx.update(mail).set({ raw: null }).where(inArray(mail.id, mails));
  await tx.delete(reading).where(inArray(reading.mailId, mails));
  await tx.delete(mark).where(inArray(mark.mailId, mails));
  await forgetCases(tx, ids);
  await forgetHandedIn(tx);
  return due.length;
}

async function purgeVerdicts(tx: Db, due: SQL): Promise<number> {
  const found = await tx
    .select(COUNTED)
    .from(verdict)
    .where(due)
    .orderBy(asc(verdict.mailId))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true });
  await forgetMails(tx, found);
  return found.length;
}

/** Keeps a case, whatever its age; null ends that. Who asked for it first stays named. @returns false when there is no such case */
export async function holdCase(
  db: Db,
  id: CaseId,
  by: string | null,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  const heldBy = by === null ? null : sql`coalesce(${caseFile.heldBy}, ${clean(by)})`;
  const rows = await db
    .update(caseFile)
    .set({ heldBy })
    .where(and(eq(caseFile.id, id), isVisible(visibility)))
    .returning({ id: caseFile.id });
  return rows.length > 0;
}
