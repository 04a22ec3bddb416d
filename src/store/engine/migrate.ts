import { readFileSync } from 'node:fs';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { shipped } from '../../util/paths.ts';
import type { Db } from './db.ts';
import { StoreError } from './errors.ts';

/** Where migrations lie, and where the database says which it has seen. */
export const migrations = { migrationsFolder: shipped('src/store/migrations'), migrationsSchema: 'komainu_meta' };

const Journal = z.object({ entries: z.array(z.object({ when: z.int() })) });

/** Whether the store has seen a migration that is newer than all of this version. */
export async function isNewerStore(db: Pick<Db, 'execute'>): Promise<boolean> {
  const [seen] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('komainu_meta.__drizzle_migrations') is not null as there`,
  );
  if (!seen!.there) return false;
  const [newest] = await rowsOf<{ at: string | null }>(
    db,
    sql`select max(created_at)::text as at from komainu_meta.__drizzle_migrations`,
  );
  return Number(newest!.at ?? 0) > newestOwn();
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

/** Read once: a folder of files that is updated under a running process tells what will run, not what does. */
let own: number | null = null;

function newestOwn(): number {
  own ??= readNewest();
  return own;
}

function readNewest(): number {
  const journal = readFileSync(`${migrations.migrationsFolder}/meta/_journal.json`, 'utf8');
  return Math.max(...Journal.parse(JSON.parse(journal)).entries.map(({ when }) => when));
}

/** The rows of a query that the query builder does not know. */
export const rowsOf = async <R>(db: Pick<Db, 'execute'>, query: SQL): Promise<R[]> =>
  ((await db.execute(query)) as unknown as { rows: R[] }).rows;
