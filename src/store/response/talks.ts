import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CounterpartyId } from '../../cases/index.ts';
import type { Talk, TalkAnswered, TalkId } from '../../response/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { talk } from '../schema/counterparty.ts';
import type { Written } from './care.ts';

/** What was asked of a counterparty and what they answered, the oldest first. */
export async function talksOf(db: Db, counterparty: CounterpartyId): Promise<Talk[]> {
  const rows = await db
    .select()
    .from(talk)
    .where(eq(talk.counterpartyId, counterparty))
    .orderBy(asc(talk.asked), asc(talk.id));
  return rows.map(talkOf);
}

/** Writes down that a counterparty, which there is, was asked for talks. */
export async function addTalk(
  tx: Db,
  { who, words, ...given }: Omit<Talk, 'id' | 'by' | 'at' | 'answer'>,
  { by, at }: Written,
): Promise<TalkId> {
  const [row] = await tx
    .insert(talk)
    .values({ ...given, who: clean(who), words: clean(words), by: clean(by), at })
    .returning({ id: talk.id });
  return row!.id;
}

/** One request; null when the counterparty has none of that number. */
export async function loadTalk(db: Db, counterparty: CounterpartyId, id: TalkId): Promise<Talk | null> {
  const [row] = await db
    .select()
    .from(talk)
    .where(and(eq(talk.id, id), eq(talk.counterpartyId, counterparty)));
  return row === undefined ? null : talkOf(row);
}

/** Writes down what they answered, once. @returns whether it had no answer before */
export async function answerTalk(
  tx: Db,
  id: TalkId,
  { what, day, words }: Pick<TalkAnswered, 'what' | 'day' | 'words'>,
  { by, at }: Written,
): Promise<boolean> {
  const rows = await tx
    .update(talk)
    .set({ answer: what, answered: day, answerWords: clean(words), answeredBy: clean(by), answeredAt: at })
    .where(and(eq(talk.id, id), isNull(talk.answeredAt)))
    .returning({ id: talk.id });
  return rows.length > 0;
}

function talkOf(row: typeof talk.$inferSelect): Talk {
  const { answer, answered, answerWords, answeredBy, answeredAt, ...given } = row;
  return {
    ...given,
    answer:
      answer === null || answered === null || answeredAt === null
        ? null
        : { what: answer, day: answered, words: answerWords, by: answeredBy ?? '', at: answeredAt },
  };
}
