import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

/** Kinds of turns. A transaction takes them in this order, all of a kind at once, so that none waits in a circle. */
const ADVISORY_LOCKS = {
  spool: 0,
  message: 1,
  thread: 2,
  dictionaries: 3,
  jobs: 4,
  spots: 6,
  settings: 7,
  objections: 8,
  invitations: 9,
} as const;

/**
 * Waits until no other transaction holds the turn for `key`, and holds it until this one ends: what must not be done
 * twice by parallel workers is looked up and written within a turn.
 */
export const takeAdvisoryLock = (tx: Db, kind: keyof typeof ADVISORY_LOCKS, key: string): Promise<void> =>
  takeAdvisoryLocks(tx, kind, [key]);

/** The same for several keys, in an order that is the same for all. */
export async function takeAdvisoryLocks(
  tx: Db,
  kind: keyof typeof ADVISORY_LOCKS,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const hashes = sql`select distinct hashtext(key) as hash from unnest(${sql.param([...keys])}::text[]) as key order by hash`;
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS[kind]}::int, hash) from (${hashes}) as hashes`);
}
