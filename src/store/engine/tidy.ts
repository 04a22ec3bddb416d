import type { PGlite } from '@electric-sql/pglite';

const EVERY_MS = 60_000;

/**
 * Tables in which so much is dead or new that autovacuum would come; a table's long values lie in a TOAST table beside it.
 * New rows count because a query is planned on what is known of its tables.
 */
const UNTIDY = `
  select format('%I.%I', own.schemaname, own.relname) as name
  from pg_stat_user_tables own
  join pg_class on pg_class.oid = own.relid
  left join pg_stat_all_tables toast on toast.relid = pg_class.reltoastrelid
  where own.n_dead_tup + coalesce(toast.n_dead_tup, 0)
    > 200 + 0.2 * (own.n_live_tup + coalesce(toast.n_live_tup, 0))
    or own.n_mod_since_analyze > 500 + 0.2 * own.n_live_tup`;

/** What is written before it is in the tables may grow to this before the tables catch up, in bytes. */
const LOG_AT_MOST = 64 * 1024 ** 2;

const LOG_BEHIND = `select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`;

/** Databases of which somebody copies the files, which needs the log since it began; how to end it, and when it is over. */
const copies = new WeakMap<PGlite, { end(): void; readonly over: Promise<unknown> }>();

/**
 * PGlite has no autovacuum: without this the bytes of every deleted mail and every finished job stay on disk for ever.
 * Takes some 10 ms per table, during which others wait.
 *
 * Nor has it anybody who brings its log into the tables: without this the log of all that was ever written since the start stays on disk,
 * and would be gone through after a crash.
 */
export async function tidy(client: PGlite): Promise<void> {
  const { rows } = await client.query<{ name: string }>(UNTIDY);
  for (const { name } of rows) await client.exec(`vacuum (analyze) ${name}`);
  const [log] = (await client.query<{ bytes: number }>(LOG_BEHIND)).rows;
  if (log!.bytes > LOG_AT_MOST && !copies.has(client)) await client.exec('checkpoint');
}

/**
 * Keeps the log as it is while `act` copies the files.
 *
 * @param act is told when it must end because the database closes @throws Error when somebody copies them already
 */
export function keepingLog<T>(client: PGlite, act: (closing: AbortSignal) => Promise<T>): Promise<T> {
  if (copies.has(client)) return Promise.reject(new Error('The files are being copied already.'));
  const closing = new AbortController();
  const over = act(closing.signal).finally(() => copies.delete(client));
  copies.set(client, { end: () => closing.abort(), over });
  return over;
}

/** Ends a copy that is being made, and waits until nothing is left of it. To be called before the database is closed. */
export async function endCopy(client: PGlite): Promise<void> {
  const copy = copies.get(client);
  copy?.end();
  await copy?.over.catch(() => {}); // whoever asked for it is told
}

/** Tidies once a minute until it is stopped, and does what else is due beside. */
export function keepTidy(client: PGlite, beside: () => Promise<void> = async () => {}): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => tidy(client))
      .then(beside)
      .catch(() => {}); // tried again in a minute
  }, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
