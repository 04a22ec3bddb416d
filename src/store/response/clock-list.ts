import { and, asc, count, eq, gt, inArray, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import { type CaseClock, isPressing, LEVELS } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { isNews, type QuietPast } from '../cases/quiet-past.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { notice } from '../schema/notice.ts';
import { caseClock } from '../schema/response.ts';

/** A clock that runs, with the case that it is for. */
export interface RunningClock extends CaseClock {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly acts: readonly Act[];
  readonly version: number; // of the matrix
}

const columns = {
  id: caseFile.id,
  status: caseFile.status,
  acts: caseFile.acts,
  step: caseClock.step,
  level: caseClock.level,
  version: caseClock.version,
  startedAt: caseClock.startedAt,
  remindAt: caseClock.remindAt,
  dueAt: caseClock.dueAt,
};

/** A case that was decided a moment ago has no more time to decide, though its clocks are made anew some seconds later. */
const runs = and(
  isNull(caseClock.endedAt),
  or(
    and(inArray(caseClock.step, ['look', 'decide']), eq(caseFile.status, 'open')),
    and(eq(caseClock.step, 'care'), eq(caseFile.status, 'approved')),
  ),
);

const running = (db: Db, where: SQL | undefined) =>
  db
    .select(columns)
    .from(caseClock)
    .innerJoin(caseFile, eq(caseFile.id, caseClock.caseId))
    .where(and(runs, where))
    .orderBy(asc(caseClock.dueAt), asc(caseFile.id), asc(caseClock.step));

/** The clocks that run after a decision, and those before one that are over at `now`; the first due first. */
export const clockList = (
  db: Db,
  { limit, offset }: Slice,
  visibility: Visibility,
  now: Date,
): Promise<RunningClock[]> =>
  running(db, and(isVisible(visibility), or(eq(caseClock.step, 'care'), lte(caseClock.dueAt, now))))
    .limit(limit)
    .offset(offset);

/** The first clock of each of these cases. */
export async function firstClocks(
  db: Db,
  ids: readonly CaseId[],
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<ReadonlyMap<CaseId, RunningClock>> {
  if (ids.length === 0) return new Map();
  const found = await running(db, and(isVisible(visibility), inArray(caseFile.id, [...ids])));
  return new Map(found.toReversed().map((clock) => [clock.id, clock]));
}

/** How many clocks have run out. */
export async function countLate(db: Db, now: Date, visibility: Visibility = USUAL_VISIBILITY): Promise<number> {
  const [row] = await db
    .select({ late: count() })
    .from(caseClock)
    .innerJoin(caseFile, eq(caseFile.id, caseClock.caseId))
    .where(and(runs, isVisible(visibility), lte(caseClock.dueAt, now)));
  return row!.late;
}

/** Which clocks a channel is told of: those that people are told of at once, or the others up to a time. */
export interface ClocksAsked {
  readonly kind: 'reminder' | 'late';
  readonly pressing: boolean;
  readonly by: Date; // told is what has come by then
  readonly now: Date;
}

/**
 * Clocks of which the channel `name` was not told: to remind somebody while there is time, or because it is late. A clock is told once of
 * each, by the moment it began: whatever the clock on the wall does meanwhile.
 */
export async function clocksToTell(
  db: Db,
  name: string,
  { kind, pressing, by, now }: ClocksAsked,
  quiet: readonly QuietPast[] = [],
): Promise<RunningClock[]> {
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(and(eq(notice.channel, name), eq(notice.kind, kind), eq(notice.subject, subjectInSql)));
  const levels = inArray(caseClock.level, LEVELS.filter(isPressing));
  const come = kind === 'late' ? lte(caseClock.dueAt, by) : and(lte(caseClock.remindAt, by), gt(caseClock.dueAt, now));
  return running(
    db,
    and(isVisible(USUAL_VISIBILITY), pressing ? levels : sql`not ${levels}`, come, isNews(quiet), notExists(told)), // whoever reads a channel
  ).limit(MOST_AT_ONCE);
}

const MOST_AT_ONCE = 1000;

/** What a channel was told of a clock, as the book has it. */
export const clockSubject = ({ id, step, startedAt }: Pick<RunningClock, 'id' | 'step' | 'startedAt'>): string =>
  `${id} ${step} ${startedAt.getTime()}`;

const subjectInSql = sql`${caseClock.caseId}::text || ' ' || ${caseClock.step} || ' ' || round(extract(epoch from ${caseClock.startedAt}) * 1000)::bigint::text`;
