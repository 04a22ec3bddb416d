import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import type { StoreConfig } from '../../config/index.ts';
import { shipped } from '../../util/paths.ts';
import * as auditTables from '../schema/audit.ts';
import * as authSchema from '../schema/auth.ts';
import * as consultationTables from '../schema/consultation.ts';
import * as tables from '../schema/core.ts';
import * as noticeTables from '../schema/notice.ts';
import * as reviewTables from '../schema/review.ts';
import type { Store } from './db.ts';
import { StoreError } from './errors.ts';
import { lockDirectory } from './lock.ts';
import { migrations, refuseNewerStore } from './migrate.ts';
import { fastBytes } from './pglite-bytes.ts';
import { SMALL } from './pglite-memory.ts';
import { keepPrepared } from './prepared.ts';
import { makePrivate } from './private.ts';
import { forgetRowTypes } from './row-types.ts';
import { shippedStore } from './shipped-store.ts';
import { takeTurns } from './take-turns.ts';
import { keepTidy } from './tidy.ts';

const schema = { ...tables, ...reviewTables, ...consultationTables, ...noticeTables, ...auditTables, ...authSchema };
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
export function openStore(config: StoreConfig, dataPath: string, patienceMs?: number): Promise<Store> {
  switch (config.kind) {
    case 'pglite':
      return openPglite(config.path, dataPath, patienceMs);
    case 'postgres':
      return openPostgres(config.url);
  }
}

async function openPglite(path: string, dataPath: string, patienceMs?: number): Promise<Store> {
  const lock = await lockDirectory(dataPath, patienceMs);
  try {
    await makeDatabase(path);
    const client = await PGlite.create(path, { ...fastBytes, startParams: SMALL });
    await forgetRowTypes(client);
    keepPrepared(client);
    takeTurns(client);
    const db = await upToDate(client);
    await makePrivate(dataPath);
    const tidying = keepTidy(client);
    const close = async () => {
      await tidying.stop();
      await client.close();
      await lock.release();
    };
    return { db, engine: { kind: 'pglite', client }, close };
  } catch (cause) {
    await lock.release();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${path}: the embedded database cannot be opened. Restore it from a backup or move it away.`, {
      cause,
    });
  }
}

async function upToDate(client: PGlite) {
  const db = drizzlePglite(client, { schema });
  try {
    await refuseNewerStore(db);
    await migratePglite(db, migrations);
    return db;
  } catch (error) {
    await client.close();
    throw error;
  }
}

/**
 * Makes an empty database aside and moves it into place: killed half-way, the next start makes it anew. The build comes with one to be
 * copied, which has its tables too.
 */
async function makeDatabase(path: string): Promise<void> {
  if (existsSync(join(path, 'PG_VERSION'))) return;
  const aside = `${path}.new`;
  await rm(aside, { recursive: true, force: true });
  if (existsSync(shippedStore())) await cp(shippedStore(), aside, { recursive: true });
  else await once(new Worker(shipped('dist/store/engine/make-database.js'), { workerData: aside }), 'exit'); // throws its error
  await rename(aside, path);
}

async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    options: '-c search_path=bullmq,public', // for the queue; ours are schema-qualified
  });
  pool.on('error', () => {}); // a lost idle connection is replaced; the next query tells when there is none
  // One that is lost in the middle of a transaction fails its query and, without this, ends the process besides.
  pool.on('connect', (client) => void client.on('error', () => {}));
  try {
    await migrateAlone(pool);
  } catch (cause) {
    await pool.end();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('PostgreSQL cannot be used. Check DATABASE_URL or store.url, and that the server runs.', {
      cause,
    });
  }
  return { db: drizzlePg(pool, { schema }), engine: { kind: 'postgres', pool }, close: () => pool.end() };
}

/** Processes that start together wait for each other: drizzle itself does not lock. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const db = drizzlePg(client, { schema });
    await refuseNewerStore(db);
    await migratePg(db, migrations);
  } finally {
    client.release(true); // closing the connection frees the lock, whatever happened
  }
}
