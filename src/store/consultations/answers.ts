import { and, asc, eq, isNull, notExists, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { consultation, consultationNote } from '../schema/consultation.ts';
import { caseFile } from '../schema/core.ts';
import { notice } from '../schema/notice.ts';

/** Something was answered since the reporter looked. */
export const unread = sql<boolean>`exists (select from ${consultationNote} where ${consultationNote.consultationId} = ${consultation.id} and ${consultationNote.author} = 'answerer' and ${consultationNote.at} > coalesce(${consultation.readAt}, '-infinity'))`;

/**
 * Answers whoever handed a case in, or asks back, whatever its status.
 *
 * @returns false when there is no such case in sight, or nobody handed it in.
 */
export async function answerConsultation(
  tx: Db,
  caseId: CaseId,
  words: string,
  { by, at }: { readonly by: string; readonly at: Date },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: consultation.id })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(and(eq(consultation.caseId, caseId), isVisible(visibility)))
    .for('share');
  if (!found) return false;
  await tx
    .insert(consultationNote)
    .values({ consultationId: found.id, author: 'answerer', by: clean(by), words: clean(words), at });
  return true;
}

/** Notes that the reporter looked at what was answered. */
export async function noteAnswersRead(db: Db, id: string, at: Date): Promise<void> {
  await db.update(consultation).set({ readAt: at }).where(eq(consultation.id, id));
}

/** An answer that whoever handed a case in has not seen, and was not told of. */
export interface UntoldAnswer {
  readonly consultation: string;
  readonly email: string; // of whoever handed it in
  readonly subject: string; // what is noted once they were told
}

const REPORTERS = 'reporters/'; // stands where a channel has its name, which has no slash

/** Answers since the reporters looked, of those who have an account, the newest of each; 100 at most. */
export async function answersToTell(db: Db): Promise<UntoldAnswer[]> {
  const newest = sql<string>`(select max(${consultationNote.id}) from ${consultationNote} where ${consultationNote.consultationId} = ${consultation.id} and ${consultationNote.author} = 'answerer')`;
  const subject = sql<string>`${consultation.caseId}::text || ' answer ' || ${newest}::text`;
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(and(eq(notice.channel, REPORTERS), eq(notice.kind, 'answer'), eq(notice.subject, subject)));
  return db
    .select({ consultation: consultation.id, email: user.email, subject })
    .from(consultation)
    .innerJoin(user, eq(user.id, consultation.reporter))
    .where(and(unread, isNull(user.deactivatedAt), notExists(told)))
    .orderBy(asc(consultation.handedInAt))
    .limit(100);
}

/** Notes that a reporter was told of an answer; twice does no harm. */
export async function noteAnswerTold(db: Db, { subject }: UntoldAnswer, at: Date): Promise<void> {
  await db.insert(notice).values({ channel: REPORTERS, subject, kind: 'answer', at }).onConflictDoNothing();
}
