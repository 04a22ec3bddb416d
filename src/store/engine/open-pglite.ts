import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { shipped } from '../../util/paths.ts';
import { dropOldCopies, keepBeforeUpgrade } from './before-upgrade.ts';
import type { Db, Store } from './db.ts';
import { StoreError } from './errors.ts';
import { lockDirectory } from './lock.ts';
import { isOlderStore, migrations, refuseHalf, refuseNewerStore } from './migrate.ts';
import { fastBytes } from './pglite-bytes.ts';
import { SMALL } from './pglite-memory.ts';
import { keepPrepared } from './prepared.ts';
import { makePrivate } from './private.ts';
import { forgetRowTypes } from './row-types.ts';
import { shippedStore } from './shipped-store.ts';
import { schema } from './tables.ts';
import { takeTurns } from './take-turns.ts';
import { endCopy, keepTidy } from './tidy.ts';

/** An embedded database, which nobody needs who has PostgreSQL: loaded for whoever opens one. */
export async function openPglite(path: string, dataPath: string, patienceMs?: number): Promise<Store> {
  const lock = await lockDirectory(dataPath, patienceMs);
  try {
    await makeDatabase(path);
    await rm(`${path}.copy`, { recursive: true, force: true }); // of a backup that was killed
    refuseOtherMajor(path);
    const client = await created(path);
    await forgetRowTypes(client);
    await keepPrepared(client);
    takeTurns(client);
    const db = await upToDate(client);
    await makePrivate(dataPath);
    const tidying = keepTidy(client, () => dropOldCopies(path, new Date()));
    const close = async () => {
      await tidying.stop();
      await endCopy(client);
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

/**
 * Reads an embedded store as it is: its tables stay those of the version that wrote it.
 *
 * @throws StoreLockedError while a process has it open, StoreError when it is of another PostgreSQL
 */
export async function readPglite<T>(path: string, dataPath: string, read: (db: Db) => Promise<T>): Promise<T> {
  const lock = await lockDirectory(dataPath);
  try {
    refuseOtherMajor(path);
    const client = await PGlite.create(path, { ...fastBytes, startParams: SMALL });
    return await read(drizzle(client, { schema })).finally(() => client.close());
  } finally {
    await lock.release();
  }
}

/** Opens the files, which are copied first where this version will change the tables. */
async function created(path: string): Promise<PGlite> {
  const open = () => PGlite.create(path, { ...fastBytes, startParams: SMALL });
  const client = await open();
  if (!(await isOlderStore(drizzle(client, { schema })))) return client;
  await client.close();
  await keepBeforeUpgrade(path);
  return open();
}

/** The major version of the PostgreSQL that PGlite is; another cannot read its files. */
const MAJOR = '18';

/** @throws StoreError */
function refuseOtherMajor(path: string): void {
  const major = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  if (!/^\d+$/.test(major) || major === MAJOR) return;
  throw new StoreError(
    `${path} was written by PostgreSQL ${major}; this version of Komainu has PostgreSQL ${MAJOR} inside, which cannot read it. Start the version that wrote it, make a backup, and restore that into an empty store.`,
  );
}

async function upToDate(client: PGlite) {
  const db = drizzle(client, { schema });
  try {
    await refuseNewerStore(db);
    await migrate(db, migrations).catch(refuseHalf);
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
