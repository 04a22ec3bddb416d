import { type PastLocation, type PastRow, pastVerdictOf } from '../../cases/index.ts';
import { readCorrespondence, readThreading } from '../../mail/index.ts';
import { type AssessedMail, type HistoryOf, type Mail, ownLength } from '../../screening/index.ts';
import type { PastMemory } from './memory.ts';

/** The rules at work; null: the mail cannot be judged. */
export type PastJudge = (mail: Mail, historyOf: HistoryOf) => Promise<AssessedMail | null>;

/** A mail of the past with its bytes; null: it is gone. */
export interface PastMail extends PastLocation {
  readonly at: Date;
  readonly direction: 'in' | 'sent';
  readonly raw: Uint8Array | null;
}

export interface JudgeBlock {
  readonly judge: PastJudge;
  readonly memory: PastMemory;
  /** Of addresses and ids: nothing else of a mail is remembered. */
  readonly hash: (value: string) => string;
}

/**
 * Judges mails side by side, but none before those that it is related to, and puts them into the memory in their order.
 *
 * @param first the number of the first one in the run
 */
export async function judgeBlock(mails: readonly PastMail[], first: number, block: JudgeBlock): Promise<PastRow[]> {
  const turns = createTurns();
  return Promise.all(
    mails.map((mail, i) =>
      turns(relationsOf(mail), async () => {
        const row = await judgeMail(mail, first + i, block);
        block.memory.add(row);
        return row;
      }),
    ),
  );
}

/** Runs work at once, or after all earlier work that has a key in common with it. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return function turns<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => last.get(key) ?? []);
    const done = Promise.all(before).then(work);
    for (const key of keys) last.set(key, done);
    return done;
  };
}

/** What a mail shares with those it is related to. One whose header cannot be read is related to none. */
function relationsOf({ raw }: PastMail): string[] {
  try {
    const { from, messageId, references, inReplyTo } = readCorrespondence(raw ?? new Uint8Array());
    const ids = [messageId, inReplyTo, ...references].filter((id) => id !== null);
    return [...new Set([...ids.map((id) => `id ${id}`), ...(from === null ? [] : [`from ${from.address}`])])];
  } catch {
    return [];
  }
}

async function judgeMail(mail: PastMail, n: number, block: JudgeBlock): Promise<PastRow> {
  const { source, folder, uidValidity, uid, at, direction, raw } = mail;
  const empty = { sender: null, messageId: null, thread: null, content: null, characters: 0, verdict: null };
  const row = { n, at, source, folder, uidValidity, uid, ...empty };
  if (raw === null) return { ...row, kind: 'gone' };
  if (direction === 'sent') return { ...row, ...asAnswer(raw, block), kind: 'answer' };
  const screened = await block.judge({ bytes: raw, receivedAt: at, source }, async (about) =>
    block.memory.historyOf({
      ...hashesOf(about, block.hash),
      sender: about.from && block.hash(about.from.address),
      at,
    }),
  );
  if (screened === null) return { ...row, kind: 'unreadable' };
  const { message } = screened;
  const ids = hashesOf(message, block.hash);
  const content = block.hash(message.contentHash);
  const told = {
    ...row,
    sender: message.from && block.hash(message.from.address),
    messageId: ids.messageId,
    thread: block.memory.threadOf(ids) ?? `own-${n}`,
    content,
  };
  if (block.memory.isKnown(ids.messageId, content)) return { ...told, kind: 'duplicate' };
  return { ...told, kind: 'judged', characters: ownLength(message), verdict: pastVerdictOf(screened.assessment) };
}

/** Of an answer only the thread is asked. */
function asAnswer(raw: Uint8Array, { memory, hash }: JudgeBlock): Pick<PastRow, 'messageId' | 'thread'> {
  const ids = hashesOf(readThreading(raw), hash);
  return { messageId: ids.messageId, thread: memory.threadOf(ids) };
}

function hashesOf(
  { messageId, references, inReplyTo }: Pick<AssessedMail['message'], 'messageId' | 'references' | 'inReplyTo'>,
  hash: (value: string) => string,
) {
  const ids = [...references, ...(inReplyTo === null ? [] : [inReplyTo])];
  return {
    messageId: messageId === null ? null : hash(messageId),
    references: [...new Set(ids)].map(hash),
  };
}
