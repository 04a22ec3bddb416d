import type { MessageIds } from '../../mail/index.ts';
import type { Db } from '../engine/db.ts';
import { answer, source } from '../schema/core.ts';
import { threadOf } from './threads.ts';

/** A mail of a `sent` source; ids are keyed hashes. */
export interface NewAnswer extends MessageIds {
  readonly source: string;
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly at: Date;
}

/** Remembers that, and when, we wrote in a thread. Writing the same delivery again changes nothing. */
export async function recordAnswer(db: Db, sent: NewAnswer): Promise<void> {
  const thread = await threadOf(db, sent);
  if (thread === null) return; // belongs to no thread anyone can ask for
  await db.insert(source).values({ name: sent.source }).onConflictDoNothing();
  await db
    .insert(answer)
    .values({
      source: sent.source,
      uidValidity: sent.uidValidity,
      uid: sent.uid,
      messageIdHash: sent.messageId,
      thread,
      at: sent.at,
    })
    .onConflictDoNothing();
}
