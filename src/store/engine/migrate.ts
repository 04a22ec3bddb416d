import { readFileSync } from 'node:fs';
import { type SQL, sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import { shipped } from '../../util/paths.ts';
import type { Db } from './db.ts';
import { REFUSALS, StoreError, StoreUnfitError } from './errors.ts';

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
 * @throws StoreUnfitError
 */
export async function refuseNewerStore(db: Pick<Db, 'execute'>): Promise<void> {
  if (!(await isNewerStore(db))) return;
  throw new StoreUnfitError(
    '保存先は、この版より新しい版の狛犬が書いたものです。その版を起動するか、更新の前のバックアップを空の保存先に戻してください。/ The store was written by a newer version of Komainu than this one. Start that version, or restore a backup of before the update into an empty store.',
  );
}

/**
 * Migrations are one transaction: one that fails leaves the store as it was.
 *
 * @throws StoreUnfitError when the database would say the same again, else StoreError
 */
export function refuseHalf(cause: unknown): never {
  const said = answerOf(cause);
  const Refusal = REFUSALS.test(said) ? StoreUnfitError : StoreError;
  throw new Refusal(
    `表をこの版に合わせて変えられませんでした。表は元のままで、前の版はこれまでどおり起動します。データベースの答え: ${said}。直してから、この版をもう一度起動してください。/ The tables could not be changed for this version, and are as they were: the earlier version starts as before. The database says: ${said}. Start this version again once that is mended.`,
    { cause },
  );
}

/** What the database said, by its code; in words where they name tables and columns alone. */
function answerOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code.startsWith('42') ? `${code}, ${cause.message}` : code;
  }
  return '?';
}

/** Within a transaction, of a store whose tables are empty: they become those of an earlier version. */
export async function makeEarlierTables(tx: Pick<Db, 'execute'>, newest: number): Promise<void> {
  await tx.execute(sql`drop schema komainu, auth cascade`);
  await tx.execute(sql`delete from komainu_meta.__drizzle_migrations`);
  await changeTables(tx, newest);
}

/** Within a transaction: the migrations that the store has not seen, up to that of a moment. `migrate` of drizzle has one of its own. */
export async function changeTables(tx: Pick<Db, 'execute'>, newest = newestOwn()): Promise<void> {
  const seen = (await newestSeen(tx)) ?? 0;
  for (const { sql: statements, folderMillis: at, hash } of readMigrationFiles(migrations)) {
    if (at <= seen || at > newest) continue;
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(sql`insert into komainu_meta.__drizzle_migrations (hash, created_at) values (${hash}, ${at})`);
  }
}

/** How a migration of that moment stands to this version; null: nobody has made one then. */
export function ageOf(migration: number): 'newest' | 'earlier' | 'later' | null {
  if (migration >= newestOwn()) return migration === newestOwn() ? 'newest' : 'later';
  return ownMigrations().some(({ when }) => when === migration) ? 'earlier' : null;
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
