import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import { type CaseFilter, conditionOf, orderOf } from '../cases/filter.ts';
import type { Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { band, caseFile } from '../schema/core.ts';
import { type FoundCase, holdsAll, mayNameWhoever, type Sought } from './finding.ts';

/** What a walk came by on one step. */
export interface Step {
  readonly looked: number; // cases
  readonly found: readonly FoundCase[];
  readonly more: boolean; // cases may be left
}

/** Cases of the first step and of the longest: a page is full soon or not for long, and the embedded store answers nobody else during a step. */
export const STEP = { first: 200, most: 1_000 };

/**
 * Looks at the cases of `filter` one after the other in the order of their list, for words that stand in so many that to find them all would take
 * longer. Others have their turn between two steps.
 */
export async function* walk(
  db: Db,
  filter: CaseFilter,
  sought: Sought,
  visibility: Visibility,
): AsyncGenerator<Step, void> {
  const isDecided = filter.status === 'approved' || filter.status === 'dismissed';
  const lanes = isDecided
    ? BY_DECISION
    : BY_BAND.filter(({ band }) => filter.band === undefined || filter.band === band);
  const at = isDecided ? caseFile.decidedAt : caseFile.receivedAt;
  let lane: number | null = null; // null: none yet, and where few cases are left one step has them all
  let last: Place | null = null;
  let step = STEP.first;
  for (;;) {
    const rows: Place[] = await db
      .select({
        id: caseFile.id,
        band: caseFile.band,
        at: sql<string | null>`${at}::text`, // to the microsecond
        mayName: sql<boolean | null>`case when ${holdsAll(db, sought)} then ${mayNameWhoever(db, sought)} end`,
      })
      .from(caseFile)
      .where(
        and(
          conditionOf(filter, visibility),
          lane === null ? undefined : lanes[lane]!.which,
          last === null ? undefined : lanes[lane!]!.after(last),
        ),
      )
      .orderBy(...orderOf(filter))
      .limit(step);
    const isFull = rows.length === step;
    const more = isFull || (lane !== null && lane < lanes.length - 1);
    yield {
      looked: rows.length,
      found: rows.flatMap(({ id, mayName }) => (mayName === null ? [] : { id, mayName })),
      more,
    };
    if (!more) return;
    step = Math.min(step * 2, STEP.most);
    last = isFull ? rows.at(-1)! : null;
    lane = last === null ? lane! + 1 : lanes.findIndex(({ has }) => has(last!));
  }
}

interface Place {
  readonly id: CaseId;
  readonly band: Band | null;
  readonly at: string | null;
  readonly mayName: boolean | null; // null: it does not hold what is sought
}

/** Cases that lie side by side in the index of the list; where one of them stands is told by its time and number. */
interface Lane {
  readonly band?: Band;
  readonly which: SQL;
  readonly has: (place: Place) => boolean;
  readonly after: (place: Place) => SQL;
}

const isLater = ({ at, id }: Place): SQL =>
  sql`(${caseFile.receivedAt}, ${caseFile.id}) > (${at}::timestamptz, ${id}::bigint)`;

const BY_BAND: readonly Lane[] = [
  ...band.enumValues.toReversed().map((one) => ({
    band: one,
    which: eq(caseFile.band, one),
    has: (place: Place) => place.band === one,
    after: isLater,
  })),
  { which: isNull(caseFile.band), has: (place) => place.band === null, after: isLater },
];

const BY_DECISION: readonly Lane[] = [
  {
    which: isNotNull(caseFile.decidedAt),
    has: ({ at }) => at !== null,
    after: ({ at, id }) =>
      sql`${caseFile.decidedAt} <= ${at}::timestamptz and not (${caseFile.decidedAt} = ${at}::timestamptz and ${caseFile.id} <= ${id}::bigint)`,
  },
  {
    which: isNull(caseFile.decidedAt),
    has: ({ at }) => at === null,
    after: ({ id }) => sql`${caseFile.id} > ${id}::bigint`,
  },
];
