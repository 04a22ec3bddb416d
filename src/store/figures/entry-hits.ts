import { and, arrayContains, count, eq, gte, isNotNull, max, min, type SQL, sql } from 'drizzle-orm';
import type { CaseSummary } from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import { summaryOf } from '../cases/cases.ts';
import { stands } from '../cases/feedback.ts';
import { newestFirst } from '../cases/filter.ts';
import { declinedBy } from '../cases/skips.ts';
import { isVisible, type Onlooker, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { standsByItself } from '../cases/whereabouts.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { feedback } from '../schema/review.ts';

/** What one entry found, in the cases that are kept; confidential ones are not counted. */
export interface EntryHits {
  readonly cases: number;
  readonly flagged: number; // of these
  readonly approved: number;
  readonly dismissed: number;
  readonly dismissedAlone: number; // of these: no other entry was found in them
  readonly lastAt: Date; // the newest mail of the newest of these cases
}

/** Which cases are counted; left out, all that are kept. */
export interface CountedCases {
  readonly decidedSince?: Date;
}

const STRETCH = 20_000; // cases; PGlite answers nobody else while it counts

/** Every entry that was found in any of the cases, whether the dictionaries still have it or not. */
export async function entryHits(db: Db, counted: CountedCases = {}): Promise<ReadonlyMap<EntryId, EntryHits>> {
  // Confidential cases count for no entry, and their numbers lie far beyond the others'.
  const [newest] = await db
    .select({ id: max(sql`${caseFile.id}`).mapWith(Number) })
    .from(caseFile)
    .where(eq(caseFile.confidential, false));
  const hits = new Map<EntryId, EntryHits>();
  for (let after = 0; after < (newest?.id ?? 0); after += STRETCH)
    for (const { entry, ...found } of await hitsBetween(db, counted, after, after + STRETCH)) {
      const before = hits.get(entry);
      hits.set(entry, before === undefined ? found : sumOf(before, found));
    }
  return hits;
}

const sumOf = (a: EntryHits, b: EntryHits): EntryHits => ({
  cases: a.cases + b.cases,
  flagged: a.flagged + b.flagged,
  approved: a.approved + b.approved,
  dismissed: a.dismissed + b.dismissed,
  dismissedAlone: a.dismissedAlone + b.dismissedAlone,
  lastAt: new Date(Math.max(a.lastAt.getTime(), b.lastAt.getTime())),
});

function hitsBetween(
  db: Db,
  { decidedSince }: CountedCases,
  after: number,
  last: number,
): Promise<(EntryHits & { readonly entry: EntryId })[]> {
  const found = db
    .select({
      entry: sql<EntryId>`unnest(${caseFile.entries})`.as('entry'),
      status: caseFile.status,
      band: caseFile.band,
      receivedAt: caseFile.receivedAt,
      alone: sql<boolean>`cardinality(${caseFile.entries}) = 1`.as('alone'),
    })
    .from(caseFile)
    .where(
      and(
        sql`${caseFile.id} > ${after} and ${caseFile.id} <= ${last}`,
        isVisible(USUAL_VISIBILITY),
        standsByItself,
        decidedSince && gte(caseFile.decidedAt, decidedSince),
      ),
    )
    .as('found');
  const among = (which: SQL) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  return db
    .select({
      entry: found.entry,
      cases: count(),
      flagged: among(sql`${found.band} in ('review', 'urgent')`),
      approved: among(sql`${found.status} = 'approved'`),
      dismissed: among(sql`${found.status} = 'dismissed'`),
      dismissedAlone: among(sql`${found.status} = 'dismissed' and ${found.alone}`),
      lastAt: sql<Date>`max(${found.receivedAt})`.mapWith(caseFile.receivedAt),
    })
    .from(found)
    .groupBy(found.entry);
}

/** How often reviewers marked an entry as misfired, by decisions that stand. */
export async function misfires(db: Db): Promise<ReadonlyMap<EntryId, number>> {
  const rows = await db
    .select({ entry: feedback.entry, marks: count() })
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(eq(feedback.kind, 'misfire'), isNotNull(feedback.entry), stands(USUAL_VISIBILITY)))
    .groupBy(feedback.entry);
  return new Map(rows.map(({ entry, marks }) => [entry!, marks]));
}

/** When the first of the cases that are counted was decided; null: none was. */
export async function firstDecision(db: Db): Promise<Date | null> {
  const [first] = await db
    .select({ at: min(caseFile.decidedAt) })
    .from(caseFile)
    .where(isVisible(USUAL_VISIBILITY));
  return first?.at ?? null;
}

/** The cases in which an entry was found, newest first, as `person` sees them. */
export const casesOfEntry = (
  db: Db,
  entry: EntryId,
  limit: number,
  { person, ...visibility }: Onlooker,
): Promise<(CaseSummary & { readonly declined: boolean })[]> =>
  db
    .select({ ...summaryOf(db), declined: sql<boolean>`${declinedBy(person)}` })
    .from(caseFile)
    .where(and(arrayContains(caseFile.entries, [entry]), standsByItself, isVisible(visibility)))
    .orderBy(...newestFirst)
    .limit(limit);
