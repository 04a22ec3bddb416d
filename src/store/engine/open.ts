import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import type { StoreConfig } from '../../config/index.ts';
import type { Store } from './db.ts';
import { StoreError } from './errors.ts';
import { migrations, refuseHalf, refuseNewerStore } from './migrate.ts';
import { schema } from './tables.ts';
import { watchedPool } from './watched-pool.ts';

const MIGRATION_LOCK = 70_110_301; // any number, the same in every process

/**
 * Opens the database and brings its tables up to date. `dataPath` is locked for a PGlite store, which only one process
 * may use; a PostgreSQL store is shared.
 *
 * @param patienceMs how long to wait for a process that uses a PGlite store to end.
 * @throws StoreLockedError when another live process owns the directory, StoreError when it cannot be opened.
 *
 * @example
 * const store = await openStore({ kind: 'pglite', path: 'data/komainu/store' }, 'data/komainu');
 */
export async function openStore(config: StoreConfig, dataPath: string, patienceMs?: number): Promise<Store> {
  switch (config.kind) {
    case 'pglite':
      return (await import('./open-pglite.ts')).openPglite(config.path, dataPath, patienceMs);
    case 'postgres':
      return openPostgres(config.url);
  }
}

async function openPostgres(url: string): Promise<Store> {
  const { pool, close } = watchedPool({
    connectionString: url,
    max: 10,
    options: '-c search_path=bullmq,public', // for the queue; ours are schema-qualified
  });
  try {
    await migrateAlone(pool);
  } catch (cause) {
    await close();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('PostgreSQL cannot be used. Check DATABASE_URL or store.url, and that the server runs.', {
      cause,
    });
  }
  return { db: drizzle(pool, { schema }), engine: { kind: 'postgres', pool }, close };
}

/** Processes that start together wait for each other: drizzle itself does not lock. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const db = drizzle(client, { schema });
    await refuseNewerStore(db);
    await migrate(db, migrations).catch(refuseHalf);
  } finally {
    client.release(true); // closing the connection frees the lock, whatever happened
  }
}
