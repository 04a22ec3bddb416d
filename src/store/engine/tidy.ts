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

/**
 * PGlite has no autovacuum: without this the bytes of every deleted mail and every finished job stay on disk for ever.
 * Takes some 10 ms per table, during which others wait.
 */
export async function tidy(client: PGlite): Promise<void> {
  const { rows } = await client.query<{ name: string }>(UNTIDY);
  for (const { name } of rows) await client.exec(`vacuum (analyze) ${name}`);
}

/** Tidies once a minute until it is stopped. */
export function keepTidy(client: PGlite): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => tidy(client)).catch(() => {}); // tried again in a minute
  }, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
