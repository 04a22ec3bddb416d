import { and, eq, exists, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { fileOf } from '../cases/whereabouts.ts';
import type { Db } from '../engine/db.ts';
import { staleMeasure } from '../response/measures.ts';
import { followUp } from '../schema/care.ts';
import { caseFile } from '../schema/core.ts';
import { expertRequest } from '../schema/experts.ts';
import { measure } from '../schema/measure.ts';
import { cooperation, objection } from '../schema/outside.ts';
import { caseClock } from '../schema/response.ts';

/** What of a case, and of what stands in it, is not over yet: each a question about a row of cases. */
export function waits(db: Db) {
  const some = (table: PgTable, caseId: SQL, which: SQL | undefined): SQL =>
    exists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(and(sql`${caseId} in ${fileOf(sql`${caseFile.id}`)}`, which)),
    );
  return {
    'follow-up': some(followUp, sql`${followUp.caseId}`, isNull(followUp.doneAt)),
    measure: some(
      measure,
      sql`${measure.caseId}`,
      or(isNull(measure.outcome), and(eq(measure.outcome, 'approved'), isNull(measure.liftedAt), not(staleMeasure))),
    ),
    objection: some(objection, sql`${objection.caseId}`, and(isNull(objection.answeredAt), isNull(objection.asideAt))),
    deadline: some(caseClock, sql`${caseClock.caseId}`, isNull(caseClock.endedAt)),
    expert: some(expertRequest, sql`${expertRequest.caseId}`, isNull(expertRequest.answeredAt)),
    cooperation: some(cooperation, sql`${cooperation.caseId}`, isNull(cooperation.answeredAt)),
  };
}
