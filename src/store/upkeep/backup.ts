import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { rowsOf } from '../engine/migrate.ts';
import { keptTablesOf, type Table } from './kept-tables.ts';

/** What a backup holds, for whoever has to keep it safe. */
export interface BackupContents {
  readonly at: string; // when it was taken, ISO 8601
  readonly cases: number;
  readonly originals: number; // mails with every byte
  readonly consultations: number; // confidential ones too
  readonly people: number; // with hashes of their passwords
  readonly auditRows: number;
}

export const FORMAT = 2; // 1 held who was signed in, too
const ROWS_AT_ONCE = 200;
const LARGE_ROWS_AT_ONCE = 4; // of tables that hold whole mails
const NEWEST_MIGRATION = sql`select max(created_at)::text as value from komainu_meta.__drizzle_migrations`;

/**
 * Writes every table but `LEFT_OUT` as lines of JSON, all of one moment: a head that says what follows, for each table a line with its columns, a line per row
 * with each value as PostgreSQL writes it, and an end with the number of rows. Both stores write and read the same, so
 * that a backup also moves a service from one to the other.
 */
export async function dumpStore(db: Db, at: Date, write: (line: string) => Promise<void>): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local time zone 'UTC'`);
      let rows = 0;
      const contents: BackupContents = { at: at.toISOString(), ...(await counted(tx)) };
      const migration = await newestMigration(tx);
      await write(JSON.stringify({ komainu: 'backup', format: FORMAT, migration, ...contents }));
      for (const table of await keptTablesOf(tx)) {
        await write(JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) }));
        const values = table.columns.map(({ name }) => sql`${sql.identifier(name)}::text`);
        await tx.execute(
          sql`declare backup no scroll cursor for select json_build_array(${sql.join(values, sql`, `)})::text as row from ${sql.raw(table.name)}${orderOf(table)}`,
        );
        const most = table.columns.some(({ type }) => type === 'bytea') ? LARGE_ROWS_AT_ONCE : ROWS_AT_ONCE;
        for (;;) {
          const found = await rowsOf<{ row: string }>(tx, sql`fetch forward ${sql.raw(String(most))} from backup`);
          if (found.length === 0) break;
          for (const { row } of found) await write(row);
          rows += found.length;
        }
        await tx.execute(sql`close backup`);
      }
      await write(JSON.stringify({ end: true, rows }));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function counted(tx: Db): Promise<Omit<BackupContents, 'at'>> {
  const [counts] = await rowsOf<Omit<BackupContents, 'at'>>(
    tx,
    sql`
    select (select count(*)::int from komainu.case_file) as cases,
      (select count(raw)::int from komainu.mail) as originals,
      (select count(*)::int from komainu.consultation) as consultations,
      (select count(*)::int from auth."user") as people,
      (select count(*)::int from komainu.audit) as "auditRows"`,
  );
  return counts!;
}

/** Rows that refer to others of their own table come after them: they are younger. */
const orderOf = ({ serial }: Table): SQL => (serial === null ? sql`` : sql` order by ${sql.identifier(serial)}`);

/** @param line the head of a backup that this program wrote */
export function contentsOf(line: string): BackupContents {
  const { at, cases, originals, consultations, people, auditRows } = JSON.parse(line) as BackupContents;
  return { at, cases, originals, consultations, people, auditRows };
}

const newestMigration = async (db: Db): Promise<string> =>
  (await rowsOf<{ value: string }>(db, NEWEST_MIGRATION))[0]!.value;
