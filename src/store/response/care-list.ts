import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus } from '../../cases/index.ts';
import { CARE_POINTS, type Day, type FollowUpId } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { carePoint, followUp } from '../schema/care.ts';
import { caseFile } from '../schema/core.ts';
import { notice } from '../schema/notice.ts';

/** A case for whose person concerned something is left to do. */
export interface CareInList {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly decidedAt: Date | null;
  readonly open: number; // points that nobody has seen to; 0 in a case that was not approved
  readonly due: Day | null; // the first day on which somebody should ask
  readonly followUp: FollowUpId | null; // that day
}

/**
 * Approved cases with open points, and all on which somebody means to ask how the person concerned is: those whose day has come
 * first, then the newest decision.
 */
export async function careList(
  db: Db,
  { today, limit, offset }: Slice & { readonly today: Day },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CareInList[]> {
  const due = firstDay(db);
  const open = openIn(db);
  const asked = db.select({ id: followUp.caseId }).from(followUp).where(planned);
  const few = or(eq(caseFile.status, 'approved'), inArray(caseFile.id, asked)); // what is left to do is counted for these alone
  return db
    .select({
      id: caseFile.id,
      status: caseFile.status,
      decidedAt: caseFile.decidedAt,
      open,
      due,
      followUp: firstId(db),
    })
    .from(caseFile)
    .where(and(isVisible(visibility), few, or(gt(open, 0), isNotNull(due))))
    .orderBy(desc(sql`coalesce(${due} <= ${today}::date, false)`), desc(caseFile.decidedAt), asc(caseFile.id))
    .limit(limit)
    .offset(offset);
}

const planned = isNull(followUp.doneAt);

const firstDay = (db: Db): SQL<Day | null> =>
  sql<Day | null>`(${db
    .select({ due: sql`min(${followUp.due})` })
    .from(followUp)
    .where(and(eq(followUp.caseId, caseFile.id), planned))})`;

const firstId = (db: Db): SQL<FollowUpId | null> =>
  sql<FollowUpId | null>`(${db
    .select({ id: sql`${followUp.id}::text` })
    .from(followUp)
    .where(and(eq(followUp.caseId, caseFile.id), planned))
    .orderBy(asc(followUp.due), asc(followUp.id))
    .limit(1)})`;

/** As `openPoints` counts them. */
export function openIn(db: Db): SQL<number> {
  const answered = db
    .select({ points: sql`count(*)` })
    .from(carePoint)
    .where(
      and(
        eq(carePoint.caseId, caseFile.id),
        ne(carePoint.state, 'open'),
        inArray(carePoint.point, [...CARE_POINTS]),
        ne(carePoint.point, 'follow-up'),
      ),
    );
  const asked = sql`(exists (select from ${followUp} where ${followUp.caseId} = ${caseFile.id}) or exists (select from ${carePoint} where ${carePoint.caseId} = ${caseFile.id} and ${carePoint.point} = 'follow-up' and ${carePoint.state} <> 'open'))`;
  return sql<number>`case when ${caseFile.status} = 'approved' then ${CARE_POINTS.length} - (${answered})::int - ${asked}::int else 0 end`;
}

/** Cases on which somebody should ask by `today`, and of which the channel `name` was not told for that day. */
export async function careToTell(db: Db, name: string, today: Day): Promise<{ id: CaseId; due: Day }[]> {
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(
      and(
        eq(notice.channel, name),
        eq(notice.kind, 'care'),
        eq(notice.subject, sql`${followUp.caseId}::text || ' ' || ${followUp.due}::text`),
      ),
    );
  return db
    .selectDistinct({ id: followUp.caseId, due: followUp.due })
    .from(followUp)
    .innerJoin(caseFile, eq(caseFile.id, followUp.caseId))
    .where(and(planned, lte(followUp.due, today), isVisible(USUAL_VISIBILITY), notExists(told))) // whoever reads a channel
    .orderBy(asc(followUp.due), asc(followUp.caseId))
    .limit(MOST_AT_ONCE);
}

const MOST_AT_ONCE = 1000;
