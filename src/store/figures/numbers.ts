import { and, count, desc, eq, gte, inArray, lt, ne, type SQL, sql, sum } from 'drizzle-orm';
import type { DismissReason } from '../../cases/index.ts';
import type { Act, Band } from '../../detect/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision, tally } from '../schema/core.ts';
import { verdictCount } from '../schema/jobs.ts';
import { type Edges, moment, stretchOf } from './stretch.ts';

export interface ScreenedMails {
  readonly stretch: number; // from 0
  readonly band: Band | 'unreadable';
  readonly mails: number;
}

/** How long things took, in hours. */
export interface Hours {
  readonly median: number;
  readonly longest: number;
}

/** What was decided in a stretch of time and still stands. Confidential cases are in none of these figures. */
export interface Decided {
  readonly stretch: number;
  readonly approved: number;
  readonly dismissed: number;
  readonly flaggedApproved: number; // of these, those that were flagged
  readonly flaggedDismissed: number;
  readonly hours: Hours & { readonly p90: number }; // from the arrival of its first mail at the company to the decision that stands
  readonly looked: Hours; // to the moment at which somebody first opened it, or decided it from the list
}

/**
 * Mails by band and the time of their verdict, to the quarter of an hour; of verdicts that are gone, by the beginning of their day in UTC. Kept, not
 * counted: see `verdictCount`.
 */
export async function screenedMails(db: Db, edges: Edges): Promise<ScreenedMails[]> {
  const mails = sum(verdictCount.mails).mapWith(Number);
  const kept = await db
    .select({ stretch: stretchOf(verdictCount.quarter, edges), band: verdictCount.band, mails })
    .from(verdictCount)
    .where(and(...between(verdictCount.quarter, edges)))
    .groupBy(sql`1`, verdictCount.band)
    .having(ne(sum(verdictCount.mails), '0'));
  const day = sql`(${tally.day}::timestamp at time zone 'UTC')`;
  const gone = await db
    .select({ stretch: stretchOf(day, edges), band: tally.band, mails: sum(tally.mails).mapWith(Number) })
    .from(tally)
    .where(and(sql`${day} >= ${moment(edges[0]!)}`, sql`${day} < ${moment(edges.at(-1)!)}`))
    .groupBy(sql`1`, tally.band);
  return [...kept, ...gone].map((row) => ({ ...row, band: row.band as ScreenedMails['band'] }));
}

/** By stretch; those in which nothing was decided are left out. */
export async function decidedCases(db: Db, edges: Edges): Promise<Decided[]> {
  const among = (which: SQL) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  const flagged = sql`${caseFile.band} in ('review', 'urgent')`;
  const approved = sql`${caseFile.status} = 'approved'`;
  const dismissed = sql`${caseFile.status} = 'dismissed'`;
  const hours = sql`extract(epoch from ${caseFile.decidedAt} - ${caseFile.arrivedAt}) / 3600`;
  const looked = sql`extract(epoch from least(${caseFile.seenAt}, ${caseFile.decidedAt}) - ${caseFile.arrivedAt}) / 3600`;
  const shares = (of: SQL) => sql`percentile_cont(array[0.5, 0.9, 1]) within group (order by ${of})`;
  return db
    .select({
      stretch: stretchOf(sql`${caseFile.decidedAt}`, edges),
      approved: among(approved),
      dismissed: among(dismissed),
      flaggedApproved: among(sql`${approved} and ${flagged}`),
      flaggedDismissed: among(sql`${dismissed} and ${flagged}`),
      hours: shares(hours).mapWith(([median, p90, longest]: readonly number[]) => ({
        median: median!,
        p90: p90!,
        longest: longest!,
      })),
      looked: shares(looked).mapWith(([median, , longest]: readonly number[]) => ({
        median: median!,
        longest: longest!,
      })),
    })
    .from(caseFile)
    .where(decidedWithin(edges))
    .groupBy(sql`1`);
}

/** Dismissals that stand, by their reason, the most frequent first. */
export async function dismissReasons(
  db: Db,
  edges: Edges,
): Promise<{ readonly reason: DismissReason; readonly cases: number }[]> {
  const reason = sql<DismissReason>`${decision.decision} ->> 'reason'`;
  return db
    .select({ reason, cases: count() })
    .from(caseFile)
    .innerJoin(decision, and(eq(decision.caseId, caseFile.id), eq(decision.at, caseFile.decidedAt)))
    .where(
      and(decidedWithin(edges), eq(caseFile.status, 'dismissed'), sql`${decision.decision} ->> 'kind' = 'dismiss'`),
    )
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`);
}

/** Decided cases by act: as corrected where they were approved, as found where they were dismissed. */
export async function decidedActs(
  db: Db,
  edges: Edges,
): Promise<{ readonly act: Act; readonly approved: number; readonly dismissed: number }[]> {
  const found = db
    .select({ act: sql<Act>`unnest(${caseFile.acts})`.as('act'), status: caseFile.status })
    .from(caseFile)
    .where(decidedWithin(edges))
    .as('found');
  return db
    .select({
      act: found.act,
      approved: sql<number>`count(*) filter (where ${found.status} = 'approved')`.mapWith(Number),
      dismissed: sql<number>`count(*) filter (where ${found.status} = 'dismissed')`.mapWith(Number),
    })
    .from(found)
    .groupBy(found.act);
}

/** Approved cases by counterparty, the most first; those of unknown senders are left out. */
export const approvedCounterparties = (
  db: Db,
  edges: Edges,
  limit: number,
): Promise<{ readonly counterparty: string; readonly cases: number }[]> =>
  db
    .select({ counterparty: caseFile.counterparty, cases: count() })
    .from(caseFile)
    .where(and(decidedWithin(edges), eq(caseFile.status, 'approved'), ne(caseFile.counterparty, '')))
    .groupBy(caseFile.counterparty)
    .orderBy(desc(count()), caseFile.counterparty)
    .limit(limit);

const between = (column: typeof verdictCount.quarter | typeof caseFile.decidedAt, edges: Edges): SQL[] => [
  gte(column, edges[0]!),
  lt(column, edges.at(-1)!),
];

const decidedWithin = (edges: Edges): SQL | undefined =>
  and(
    inArray(caseFile.status, ['approved', 'dismissed']),
    ...between(caseFile.decidedAt, edges),
    isVisible(USUAL_VISIBILITY),
  );
