import { and, count, eq, gt, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { CARE_POINTS } from '../../response/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { openIn } from '../response/care-list.ts';
import { audit } from '../schema/audit.ts';
import { user } from '../schema/auth.ts';
import { carePoint, followUp, recurrence } from '../schema/care.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile, FIRST_CONFIDENTIAL } from '../schema/core.ts';
import { careAnswer } from '../schema/person-timeline.ts';

/** What people handed in since then, and how long it took until somebody who decides looked. Confidential ones are in no figure. */
export async function consultationTimes(db: Db, since: Date) {
  const hours = sql`extract(epoch from ${consultation.seenAt} - ${consultation.handedInAt}) / 3600`;
  const [row] = await db
    .select({
      handedIn: count(),
      seen: sql<number>`count(${consultation.seenAt})`.mapWith(Number),
      medianHours: sql<number>`coalesce(percentile_cont(0.5) within group (order by ${hours}), 0)`.mapWith(Number),
    })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(and(gte(consultation.handedInAt, since), isVisible(USUAL_VISIBILITY)));
  return row!;
}

/** As `isConfirmed` says it. */
const confirmed = sql`case ${careAnswer.answer} when 'declined' then ${carePoint.state} = 'declined' else coalesce(${carePoint.state} = 'done', false) or (${careAnswer.point} = 'follow-up' and exists (select from ${followUp} where ${followUp.caseId} = ${careAnswer.caseId})) end`;

/** What was seen to in the cases that were approved since then and still are. */
export async function careFigures(db: Db, since: Date) {
  const approved = and(eq(caseFile.status, 'approved'), gte(caseFile.decidedAt, since), isVisible(USUAL_VISIBILITY))!;
  const [followed] = await db
    .select({ days: count() })
    .from(followUp)
    .innerJoin(caseFile, eq(caseFile.id, followUp.caseId))
    .where(and(approved, isNotNull(followUp.doneAt)));
  const [noted] = await db
    .select({ cases: count() })
    .from(recurrence)
    .innerJoin(caseFile, eq(caseFile.id, recurrence.caseId))
    .where(approved);
  const cases = await db.$count(caseFile, approved);
  const [said] = await db
    .select({ points: sql`count(distinct (${careAnswer.caseId}, ${careAnswer.point}))`.mapWith(Number) })
    .from(careAnswer)
    .innerJoin(caseFile, eq(caseFile.id, careAnswer.caseId))
    .leftJoin(carePoint, and(eq(carePoint.caseId, careAnswer.caseId), eq(carePoint.point, careAnswer.point)))
    .where(and(approved, confirmed));
  return {
    approved: cases,
    points: cases * CARE_POINTS.length,
    confirmed: said!.points,
    open: await db.$count(caseFile, and(approved, gt(openIn(db), 0))),
    followUps: followed!.days,
    recurrence: noted!.cases,
  };
}

/** Packs of evidence that were made since then, as the audit log has it. */
export const packsMade = (db: Db, since: Date): Promise<number> =>
  db.$count(
    audit,
    and(
      eq(audit.action, 'case.evidence'),
      gte(audit.at, since),
      // Of other actions the target may be no number, and the order in which conditions are looked at is the database's.
      lt(
        sql`case when ${audit.action} = 'case.evidence' then split_part(${audit.target}, '/', 2)::bigint end`,
        FIRST_CONFIDENTIAL,
      ),
    ),
  );

/** Accounts that work and have a second factor. */
export const secondFactors = (db: Db): Promise<number> =>
  db.$count(user, and(eq(user.twoFactorEnabled, true), isNull(user.deactivatedAt)));
