import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { type CaseId, currentDecision, type Decision } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import { incidentOf } from '../cases/case-mails.ts';
import type { Db } from '../engine/db.ts';
import { withNote } from '../mails/handed-in.ts';
import { answer, caseMail, decision, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { comment } from '../schema/review.ts';

/** Something that happened in a case or in what stands in it; nothing of what was written. */
export type FileEvent =
  | {
      readonly kind: 'mail';
      readonly at: Date;
      readonly place: number; // in the case, from 0
      readonly source: string;
      readonly band: Band | null; // null: unreadable, or not judged yet
      readonly files: number; // that came with it
      readonly incidentOf: CaseId | null; // with which it was handed in: the words of an incident
      readonly withNote: boolean; // files that were given with a note, which stands here itself
    }
  | { readonly kind: 'answer'; readonly at: Date; readonly source: string }
  | {
      readonly kind: 'decision';
      readonly at: Date;
      readonly by: string;
      readonly decision: Decision;
      readonly caseId: CaseId;
    }
  | { readonly kind: 'comment'; readonly at: Date; readonly by: string; readonly caseId: CaseId };

const MOST = 500;

/**
 * What happened in the mails of a case, and what people did to it and to `parts`, which stand in it: oldest first, of each kind the newest
 * 500. Who may see the case is asked before.
 */
export async function fileEvents(db: Db, id: CaseId, parts: readonly CaseId[]): Promise<FileEvent[]> {
  const file = [id, ...parts];
  const mails = await mailsOf(db, id);
  const decisions = await db
    .select()
    .from(decision)
    .where(inArray(decision.caseId, file))
    .orderBy(desc(decision.id))
    .limit(MOST);
  const comments = await db
    .select({ at: comment.at, by: comment.by, caseId: comment.caseId })
    .from(comment)
    .where(inArray(comment.caseId, file))
    .orderBy(desc(comment.id))
    .limit(MOST);
  return [
    ...mails,
    ...(await answersIn(db, id)),
    ...decisions.map(
      ({ at, by, caseId, decision }): FileEvent => ({
        kind: 'decision',
        at,
        by,
        caseId,
        decision: currentDecision(decision),
      }),
    ),
    ...comments.map(({ at, by, caseId }): FileEvent => ({ kind: 'comment', at, by, caseId: caseId! })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function mailsOf(db: Db, id: CaseId): Promise<FileEvent[]> {
  const rows = await db
    .select({
      at: mail.receivedAt,
      place: sql`row_number() over (order by ${mail.receivedAt}, ${mail.id}) - 1`.mapWith(Number),
      source: mail.source,
      band: verdict.band,
      incidentOf,
      withNote,
      files: sql`coalesce(jsonb_array_length(${reading.envelope} -> 'attachments'), 0)`.mapWith(Number),
    })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .leftJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, id))
    .orderBy(desc(mail.receivedAt), desc(mail.id))
    .limit(MOST);
  return rows.reverse().map((row) => ({ kind: 'mail', ...row }));
}

/** Our answers in the conversations of the case's mails: when, never what. */
async function answersIn(db: Db, id: CaseId): Promise<FileEvent[]> {
  const threads = db
    .select({ thread: verdict.thread })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, id));
  const rows = await db
    .select({ at: answer.at, source: answer.source })
    .from(answer)
    .where(inArray(answer.thread, threads))
    .orderBy(desc(answer.at), asc(answer.source))
    .limit(MOST);
  return rows.map((row) => ({ kind: 'answer', ...row }));
}
