import { and, count, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Day } from '../../response/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { cooperation, objection } from '../schema/outside.ts';

/** Of no case, or of one that everybody who reads figures may know of. */
const counted = (caseId: typeof objection.caseId | typeof cooperation.caseId) =>
  or(isNull(caseId), isVisible(USUAL_VISIBILITY));

/** Objections that were noted since then, those that were answered, and those that wait beyond their day. */
export async function objectionFigures(db: Db, since: Date, today: Day) {
  const [row] = await db
    .select({
      received: count(),
      answered: sql`count(${objection.answeredAt})`.mapWith(Number),
      late: sql`count(*) filter (where ${objection.answeredAt} is null and ${objection.due} < ${today}::date)`.mapWith(
        Number,
      ),
    })
    .from(objection)
    .leftJoin(caseFile, eq(caseFile.id, objection.caseId))
    .where(and(gte(objection.at, since), isNull(objection.asideAt), counted(objection.caseId)));
  return row!;
}

/** The same of requests among employers. */
export async function cooperationFigures(db: Db, since: Date, today: Day) {
  const [row] = await db
    .select({
      received: sql`count(*) filter (where ${cooperation.direction} = 'received')`.mapWith(Number),
      sent: sql`count(*) filter (where ${cooperation.direction} = 'sent')`.mapWith(Number),
      answered: sql`count(${cooperation.answeredAt})`.mapWith(Number),
      late: sql`count(*) filter (where ${cooperation.answeredAt} is null and ${cooperation.due} < ${today}::date)`.mapWith(
        Number,
      ),
    })
    .from(cooperation)
    .leftJoin(caseFile, eq(caseFile.id, cooperation.caseId))
    .where(and(gte(cooperation.at, since), counted(cooperation.caseId)));
  return row!;
}
