import { and, isNull, lt } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { cooperation, objection } from '../schema/outside.ts';

/** Forgets what was answered before a moment and belongs to no case; what belongs to one goes with it. */
export async function forgetAnswered(db: Db, before: Date): Promise<void> {
  await db.delete(objection).where(and(isNull(objection.caseId), lt(objection.answeredAt, before)));
  await db.delete(cooperation).where(and(isNull(cooperation.caseId), lt(cooperation.answeredAt, before)));
}
