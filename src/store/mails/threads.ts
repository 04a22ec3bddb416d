import { desc, inArray } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
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

/**
 * What a message's thread is known by: the thread of the newest message it refers to that we have seen, else its
 * oldest reference, else its own id. null when it has neither.
 */
export async function threadOf(db: Db, { messageId, references }: MessageIds): Promise<string | null> {
  const known = boundedReferences(references);
  if (known.length === 0) return messageId;
  const [newest] = await unionAll(
    db
      .select({ thread: verdict.thread, at: verdict.receivedAt })
      .from(verdict)
      .where(inArray(verdict.messageIdHash, known)),
    db.select({ thread: answer.thread, at: answer.at }).from(answer).where(inArray(answer.messageIdHash, known)),
  )
    .orderBy((row) => desc(row.at))
    .limit(1);
  return newest?.thread ?? known[0]!;
}
