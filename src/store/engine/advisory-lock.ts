import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

/** Kinds of turns. A transaction takes them in this order, at most one of each, so that none waits in a circle. */
const ADVISORY_LOCKS = { spool: 0, message: 1, thread: 2, dictionaries: 3 } as const;

/**
 * Waits until no other transaction holds the turn for `key`, and holds it until this one ends: what must not be done
 * twice by parallel workers is looked up and written within a turn.
 */
export async function takeAdvisoryLock(tx: Db, kind: keyof typeof ADVISORY_LOCKS, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS[kind]}::int, hashtext(${key}))`);
}
