import { unionAll } from 'drizzle-orm/pg-core';
import { boundedReferences, createSeenMessages, type MessageIds, type SeenMessages } from '../../mail/index.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { answer, verdict } from '../schema/core.ts';

/** Looks up everything that these messages refer to. */
export async function seenMessages(db: Db, messages: readonly Pick<MessageIds, 'references'>[]): Promise<SeenMessages> {
  const named = [...new Set(messages.flatMap(({ references }) => boundedReferences(references)))];
  const seen = createSeenMessages();
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
    for (const { messageId, ...one } of rows) seen.add(messageId, one);
  }
  return seen;
}

/** The thread of one message. */
export const threadOf = async (db: Db, message: MessageIds): Promise<string | null> =>
  (await seenMessages(db, [message])).threadOf(message);
