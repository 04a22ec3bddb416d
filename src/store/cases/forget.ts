import { inArray, or, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { carePoint, followUp, recurrence } from '../schema/care.ts';
import { caseAddition, caseMerge, caseMergeMail, caseNote } from '../schema/case-notes.ts';
import { consultation, consultationNote } from '../schema/consultation.ts';
import { caseFile, caseMail, decision } from '../schema/core.ts';
import { counterpartyCase } from '../schema/counterparty.ts';
import { evidenceStamp } from '../schema/evidence.ts';
import { expertRequest } from '../schema/experts.ts';
import { letter } from '../schema/letters.ts';
import { demandAnswer, measure } from '../schema/measure.ts';
import { notice } from '../schema/notice.ts';
import { cooperation, objection, referral } from '../schema/outside.ts';
import { careAnswer, caseVictim } from '../schema/person-timeline.ts';
import { caseClock, caseEscalation } from '../schema/response.ts';
import { claim, comment, exposure, feedback, mention, skip, takeover } from '../schema/review.ts';
import { leaveSpotChecks } from '../spot-checks/forget.ts';

/** Deletes cases with all that hangs on them but their mails and verdicts. Their rows must be locked. */
export async function forgetCases(tx: Db, ids: readonly CaseId[]): Promise<void> {
  await leaveSpotChecks(tx, ids);
  const comments = tx
    .select({ id: comment.id })
    .from(comment)
    .where(inArray(comment.caseId, [...ids]));
  await tx.delete(mention).where(inArray(mention.commentId, comments));
  await tx
    .update(referral)
    .set({ caseId: null, objectionId: null, words: '' }) // that a complaint was passed on still counts
    .where(inArray(referral.caseId, [...ids]));
  for (const table of [
    comment,
    feedback,
    decision,
    claim,
    takeover,
    skip,
    exposure,
    carePoint,
    followUp,
    recurrence,
    objection,
    letter,
    measure,
    demandAnswer,
    caseClock,
    caseEscalation,
    counterpartyCase,
    caseNote,
    caseAddition,
    evidenceStamp,
    expertRequest,
    careAnswer,
    caseVictim,
    caseMail,
  ])
    await tx.delete(table).where(inArray(table.caseId, [...ids]));
  await tx
    .update(caseAddition)
    .set({ further: null }) // that it came stays with the case to which it came
    .where(inArray(caseAddition.further, [...ids]));
  await tx
    .update(cooperation)
    .set({ caseId: null }) // a record of ours, which stays its own time
    .where(inArray(cooperation.caseId, [...ids]));
  const merges = tx
    .select({ id: caseMerge.id })
    .from(caseMerge)
    .where(or(inArray(caseMerge.part, [...ids]), inArray(caseMerge.into, [...ids])));
  await tx.delete(caseMergeMail).where(inArray(caseMergeMail.mergeId, merges));
  await tx.delete(caseMerge).where(or(inArray(caseMerge.part, [...ids]), inArray(caseMerge.into, [...ids])));
  const consultations = tx
    .select({ id: consultation.id })
    .from(consultation)
    .where(inArray(consultation.caseId, [...ids]));
  await tx.delete(consultationNote).where(inArray(consultationNote.consultationId, consultations));
  await tx.delete(consultation).where(inArray(consultation.caseId, [...ids]));
  await tx.delete(notice).where(inArray(sql`split_part(${notice.subject}, ' ', 1)`, [...ids])); // 7, or 7 2026-12-01
  await tx
    .update(caseFile)
    .set({ previousCase: null })
    .where(inArray(caseFile.previousCase, [...ids]));
  await tx.delete(caseFile).where(inArray(caseFile.id, [...ids]));
}
