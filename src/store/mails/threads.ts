import { unionAll } from 'drizzle-orm/pg-core';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { answer, verdict } from '../schema/core.ts';

const MAX_REFERENCES = 100; // a header may name thousands

/** Keyed hashes of a message's own id and of the messages it answers, oldest first. */
export interface MessageIds {
  readonly messageId: string | null;
  readonly references: readonly string[];
}

/** The oldest reference, which names the thread, and the newest ones. */
export const boundedReferences = (references: readonly string[]): string[] =>
  references.length <= MAX_REFERENCES ? [...references] : [references[0]!, ...references.slice(1 - MAX_REFERENCES)];

/** A message that was seen before: when it came, and its thread. */
interface Seen {
  readonly thread: string;
  readonly at: Date;
}

/** What is known of the messages that some others refer to. */
export interface SeenMessages {
  /**
   * What a message's thread is known by: the thread of the newest message it refers to that we have seen, else its
   * oldest reference, else its own id. null when it has neither.
   */
  threadOf(message: MessageIds): string | null;
  /** Counts a message as seen for those that are asked for after it. */
  add(messageId: string | null, seen: Seen): void;
}

/** Looks up everything that these messages refer to. */
export async function seenMessages(db: Db, messages: readonly Pick<MessageIds, 'references'>[]): Promise<SeenMessages> {
  const named = [...new Set(messages.flatMap(({ references }) => boundedReferences(references)))];
  const seen = new Map<string, Seen>();
  const add = (messageId: string | null, one: Seen) => {
    const known = messageId === null ? undefined : seen.get(messageId);
    if (messageId !== null && (known === undefined || known.at < one.at)) seen.set(messageId, one);
  };
  if (named.length > 0) {
    const rows = await unionAll(
      db
        .select({ messageId: verdict.messageIdHash, thread: verdict.thread, at: verdict.receivedAt })
        .from(verdict)
        .where(anyOf(verdict.messageIdHash, named)),
      db
        .select({ messageId: answer.messageIdHash, thread: answer.thread, at: answer.at })
        .from(answer)
        .where(anyOf(answer.messageIdHash, named)),
    );
    for (const { messageId, ...one } of rows) add(messageId, one);
  }
  return {
    add,
    threadOf({ messageId, references }) {
      const known = boundedReferences(references);
      if (known.length === 0) return messageId;
      let newest: Seen | null = null;
      for (const id of known) {
        const one = seen.get(id);
        if (one !== undefined && (newest === null || one.at > newest.at)) newest = one;
      }
      return newest?.thread ?? known[0]!;
    },
  };
}

/** The thread of one message. */
export const threadOf = async (db: Db, message: MessageIds): Promise<string | null> =>
  (await seenMessages(db, [message])).threadOf(message);
