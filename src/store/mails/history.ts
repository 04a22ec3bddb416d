import { and, desc, eq, gte, isNotNull, isNull, lt, ne, or } from 'drizzle-orm';
import { answerAt, type EarlierMail, type History } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { answer, caseFile, caseMail, verdict } from '../schema/core.ts';
import { type MessageIds, threadOf } from './threads.ts';

const MAX_MAILS = 200;

/** Whose history is asked for, in keyed hashes. */
export interface HistoryQuestion extends MessageIds {
  readonly sender: string | null;
  readonly since: Date; // included
  readonly before: Date; // not included
}

/**
 * Earlier mails of the same thread or sender and our answers in the thread, oldest first, the newest 200 at most.
 * Dismissed cases, second deliveries and unreadable mails are left out.
 */
export async function findHistory(db: Db, question: HistoryQuestion): Promise<History> {
  const thread = await threadOf(db, question);
  const mails = await earlierMails(db, question, thread);
  const answers = await earlierAnswers(db, question, thread);
  return [...mails, ...answers].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-MAX_MAILS);
}

async function earlierMails(db: Db, question: HistoryQuestion, thread: string | null): Promise<EarlierMail[]> {
  const related = or(
    thread === null ? undefined : eq(verdict.thread, thread),
    question.sender === null ? undefined : eq(verdict.senderHash, question.sender),
  );
  if (!related) return [];
  const rows = await db
    .select({
      at: verdict.receivedAt,
      thread: verdict.thread,
      sender: verdict.senderHash,
      band: verdict.band,
      entries: verdict.entries,
      characters: verdict.characters,
    })
    .from(verdict)
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .leftJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(
      and(
        related,
        gte(verdict.receivedAt, question.since),
        lt(verdict.receivedAt, question.before),
        isNull(verdict.duplicateOf),
        isNotNull(verdict.band),
        or(isNull(caseFile.status), ne(caseFile.status, 'dismissed'), eq(verdict.band, 'ordinary')), // which a watch brought there
      ),
    )
    .orderBy(desc(verdict.receivedAt), desc(verdict.mailId))
    .limit(MAX_MAILS);
  return rows.reverse().map((row) => ({
    at: row.at,
    direction: 'in',
    sameThread: row.thread === thread,
    sameSender: row.sender !== null && row.sender === question.sender,
    band: row.band!,
    entries: row.entries,
    characters: row.characters,
  }));
}

async function earlierAnswers(db: Db, question: HistoryQuestion, thread: string | null): Promise<EarlierMail[]> {
  if (thread === null) return [];
  const rows = await db
    .select({ at: answer.at })
    .from(answer)
    .where(and(eq(answer.thread, thread), gte(answer.at, question.since), lt(answer.at, question.before)))
    .orderBy(desc(answer.at))
    .limit(MAX_MAILS);
  return rows.reverse().map(({ at }) => answerAt(at));
}
