import { readFileSync } from 'node:fs';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { shipped } from '../../util/paths.ts';
import type { Db } from './db.ts';
import { StoreError } from './errors.ts';

/** Where migrations lie, and where the database says which it has seen. */
export const migrations = { migrationsFolder: shipped('src/store/migrations'), migrationsSchema: 'komainu_meta' };

const Journal = z.object({ entries: z.array(z.object({ when: z.int(), tag: z.string() })) });

/** Whether the store has seen a migration that is newer than all of this version. */
export const isNewerStore = async (db: Pick<Db, 'execute'>): Promise<boolean> =>
  ((await newestSeen(db)) ?? 0) > newestOwn();

/** Whether the store has tables, and this version would change them. */
export async function isOlderStore(db: Pick<Db, 'execute'>): Promise<boolean> {
  const seen = await newestSeen(db);
  return seen !== null && seen < newestOwn();
}

/** The migrations of this version that the store has not seen, from the earliest; null: it has no tables yet. */
export async function pendingMigrations(db: Pick<Db, 'execute'>): Promise<string[] | null> {
  const seen = await newestSeen(db);
  return seen === null ? null : ownMigrations().flatMap(({ when, tag }) => (when > seen ? [tag] : []));
}

/** When the newest migration that the store has seen was made; null: none. */
async function newestSeen(db: Pick<Db, 'execute'>): Promise<number | null> {
  const [seen] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('komainu_meta.__drizzle_migrations') is not null as there`,
  );
  if (!seen!.there) return null;
  const [newest] = await rowsOf<{ at: string | null }>(
    db,
    sql`select max(created_at)::text as at from komainu_meta.__drizzle_migrations`,
  );
  return newest!.at === null ? null : Number(newest!.at);
}

/**
 * Tables of a later version are not touched: what this one does not know of, it would leave out or break. Asked before migrations, which
 * would find nothing to do.
 *
 * @throws StoreError
 */
export async function refuseNewerStore(db: Pick<Db, 'execute'>): Promise<void> {
  if (!(await isNewerStore(db))) return;
  throw new StoreError(
    'The store was written by a newer version of Komainu than this one. Start that version, or restore a backup of before the update.',
  );
}

/**
 * Migrations are one transaction: one that fails leaves the store as it was.
 *
 * @throws StoreError always
 */
export function refuseHalf(cause: unknown): never {
  throw new StoreError(
    'The tables could not be changed for this version, and are as they were: the earlier version starts as before. Please report what the log says.',
    { cause },
  );
}

/** Read once: a folder of files that is updated under a running process tells what will run, not what does. */
let own: z.output<typeof Journal>['entries'] | null = null;

function ownMigrations() {
  own ??= Journal.parse(JSON.parse(readFileSync(`${migrations.migrationsFolder}/meta/_journal.json`, 'utf8'))).entries;
  return own;
}

const newestOwn = (): number => Math.max(...ownMigrations().map(({ when }) => when));

/** The rows of a query that the query builder does not know. */
export const rowsOf = async <R>(db: Pick<Db, 'execute'>, query: SQL): Promise<R[]> =>
  ((await db.execute(query)) as unknown as { rows: R[] }).rows;
