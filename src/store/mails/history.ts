import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { answerAt, type EarlierMail, type History } from '../../detect/index.ts';
import type { MessageIds } from '../../mail/index.ts';
import type { Db } from '../engine/db.ts';
import { answer, caseFile, caseMail, verdict } from '../schema/core.ts';
import { seenMessages } from './threads.ts';

const MAX_MAILS = 200;

/** Whose history is asked for, in keyed hashes. */
export interface HistoryQuestion extends MessageIds {
  readonly sender: string | null;
  readonly since: Date; // included
  readonly before: Date; // not included
}

/** The history of one mail, as in `findHistories`. */
export const findHistory = async (db: Db, question: HistoryQuestion): Promise<History> =>
  (await findHistories(db, [question]))[0]!.history;

/** What came before a mail, and the thread it is in; null: it has none. */
export interface FoundHistory {
  readonly thread: string | null;
  readonly history: History;
}

/** A question with what is needed to ask it, and its place. */
interface Asked {
  readonly n: number;
  readonly thread: string | null;
  readonly sender: string | null;
  readonly since: Date;
  readonly before: Date;
}

/**
 * For each question the earlier mails of the same thread or sender and our answers in the thread, oldest first, the newest 200
 * at most. Dismissed cases, second deliveries and unreadable mails are left out. All in three statements.
 */
export async function findHistories(db: Db, questions: readonly HistoryQuestion[]): Promise<readonly FoundHistory[]> {
  const seen = await seenMessages(db, questions);
  const asked = questions.map(
    (question, n): Asked => ({
      n,
      thread: seen.threadOf(question),
      sender: question.sender,
      since: question.since,
      before: question.before,
    }),
  );
  const mails = await earlierMails(db, asked);
  const answers = await earlierAnswers(db, asked);
  return asked.map(({ n, thread }) => ({
    thread,
    history: [...(mails.get(n) ?? []), ...(answers.get(n) ?? [])]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(-MAX_MAILS),
  }));
}

/** Questions as rows of a query; `asked.` names their columns. */
const rowsOf = (asked: readonly Asked[]): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(n int, thread text, sender text, since timestamptz, before timestamptz, "asOfThen" boolean)`;

async function earlierMails(db: Db, all: readonly Asked[]): Promise<ReadonlyMap<number, EarlierMail[]>> {
  const asked = all.filter(({ thread, sender }) => thread !== null || sender !== null);
  if (asked.length === 0) return new Map();
  const found = db
    .select({
      mailId: verdict.mailId,
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
        or(sql`${verdict.thread} = asked.thread`, sql`${verdict.senderHash} = asked.sender`),
        gte(verdict.receivedAt, sql`asked.since`),
        lt(verdict.receivedAt, sql`asked.before`),
        isNull(verdict.duplicateOf),
        isNotNull(verdict.band),
        or(
          isNull(caseFile.status),
          ne(caseFile.status, 'dismissed'),
          eq(verdict.band, 'ordinary'), // which a watch brought there
        ),
      ),
    )
    .orderBy(desc(verdict.receivedAt), desc(verdict.mailId))
    .limit(MAX_MAILS)
    .as('found');
  const { mailId, ...columns } = found._.selectedFields;
  const rows = await db
    .select({ n: sql<number>`asked.n`, ...columns })
    .from(rowsOf(asked))
    .crossJoinLateral(found)
    .orderBy(asc(found.at), asc(mailId));
  const questions = new Map(asked.map((one) => [one.n, one]));
  return grouped(rows, (row) => {
    const { thread, sender } = questions.get(row.n)!;
    return {
      at: row.at,
      direction: 'in',
      sameThread: row.thread === thread,
      sameSender: row.sender !== null && row.sender === sender,
      band: row.band!,
      entries: row.entries,
      characters: row.characters,
    };
  });
}

async function earlierAnswers(db: Db, all: readonly Asked[]): Promise<ReadonlyMap<number, EarlierMail[]>> {
  const asked = all.filter(({ thread }) => thread !== null);
  if (asked.length === 0) return new Map();
  const found = db
    .select({ at: answer.at })
    .from(answer)
    .where(
      and(sql`${answer.thread} = asked.thread`, gte(answer.at, sql`asked.since`), lt(answer.at, sql`asked.before`)),
    )
    .orderBy(desc(answer.at))
    .limit(MAX_MAILS)
    .as('found');
  const rows = await db
    .select({ n: sql<number>`asked.n`, at: found.at })
    .from(rowsOf(asked))
    .crossJoinLateral(found)
    .orderBy(asc(found.at));
  return grouped(rows, ({ at }) => answerAt(at));
}

function grouped<R extends { readonly n: number }>(
  rows: readonly R[],
  mailOf: (row: R) => EarlierMail,
): ReadonlyMap<number, EarlierMail[]> {
  const byQuestion = new Map<number, EarlierMail[]>();
  for (const row of rows) {
    const mails = byQuestion.get(row.n) ?? [];
    mails.push(mailOf(row));
    byQuestion.set(row.n, mails);
  }
  return byQuestion;
}
