import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { ageOf, changeTables, makeEarlierTables, refuseHalf, rowsOf } from '../engine/migrate.ts';
import { gatherCounts } from '../figures/kept-counts.ts';
import { FIRST_CONFIDENTIAL } from '../schema/core.ts';
import { type BackupContents, FORMAT } from './backup.ts';
import { keptTablesOf, LEFT_OUT, type Table } from './kept-tables.ts';

/** What came of a restore. */
export interface Restored {
  readonly rows: number;
  readonly at: string; // when the backup was taken, ISO 8601
}

/**
 * Reads what `dumpStore` of this version or an earlier one wrote into an empty store, all or nothing: of an earlier one into the tables of that
 * time, which are then brought up to date. Whoever was signed in or invited there is no more.
 *
 * @returns the number of rows, and of when they are
 * @throws StoreError when the store is not empty, or the lines are not such a backup or not all of one.
 */
export async function loadDump(db: Db, lines: AsyncIterable<string>): Promise<Restored> {
  return db.transaction(async (tx) => {
    const byName = async () => new Map((await keptTablesOf(tx)).map((table) => [table.name, table]));
    const countOn = async () => {
      for (const table of tables.values()) await setSerial(tx, table);
    };
    let tables = await byName();
    for (const { name } of tables.values())
      if ((await rowsOf(tx, sql`select 1 from ${sql.raw(name)} limit 1`)).length > 0)
        throw new StoreError(
          'The store is not empty. Restore into a new one: another store.path, or an empty database.',
        );
    for (const name of LEFT_OUT) await tx.execute(sql`delete from ${sql.raw(name)}`);
    let rows = 0;
    let at = '';
    let insert: ((values: readonly unknown[]) => SQL) | null = null;
    let [head, isEarlier] = [false, false];
    for await (const line of lines) {
      const value = parsed(line);
      if (!head) {
        const { age, migration, ...contents } = checkHead(value);
        at = contents.at;
        isEarlier = age === 'earlier';
        if (isEarlier) {
          await makeEarlierTables(tx, Number(migration));
          tables = await byName();
        }
        head = true;
      } else if (Array.isArray(value)) {
        if (insert === null) throw notABackup();
        await tx.execute(insert(value));
        rows++;
      } else if (isTable(value)) insert = insertInto(tables.get(value.table), value.columns);
      else if (isEnd(value) && value.rows === rows) {
        await countOn();
        if (isEarlier) {
          await changeTables(tx).catch(refuseHalf);
          tables = await byName();
          await countOn();
        }
        await setConfidentialSerial(tx);
        await gatherCounts(tx);
        return { rows, at };
      } else throw notABackup();
    }
    throw new StoreError('The backup is cut off: its end is missing. Nothing was restored.');
  });
}

/** Names and types are those of the database: what a file says of them is only compared. */
function insertInto(table: Table | undefined, columns: readonly string[]): (values: readonly unknown[]) => SQL {
  const known = table?.columns.map(({ name }) => name) ?? [];
  if (table === undefined || columns.join() !== known.join()) throw notABackup();
  const names = sql.join(
    known.map((name) => sql.identifier(name)),
    sql`, `,
  );
  return (values) => {
    if (values.length !== known.length || !values.every((value) => value === null || typeof value === 'string'))
      throw notABackup();
    const typed = values.map((value, i) => sql`${value}::text::${sql.raw(table.columns[i]!.type)}`);
    return sql`insert into ${sql.raw(table.name)} (${names}) overriding system value values (${sql.join(typed, sql`, `)})`;
  };
}

async function setSerial(tx: Db, { name, serial }: Table): Promise<void> {
  if (serial === null) return;
  const column = sql.identifier(serial);
  const sequence = sql`pg_get_serial_sequence(${name}, ${serial})`;
  const counted = name === CASES ? sql`${column} < ${FIRST_CONFIDENTIAL}` : sql`true`;
  await tx.execute(
    sql`select setval(${sequence}, max(${column})) from ${sql.raw(name)} where ${counted} having max(${column}) is not null`,
  );
}

const CASES = 'komainu.case_file';

/** Confidential cases are numbered apart, in the same column. */
const setConfidentialSerial = (tx: Db): Promise<unknown> =>
  tx.execute(
    sql`select setval('komainu.confidential_case_id', max(id)) from ${sql.raw(CASES)} where id >= ${FIRST_CONFIDENTIAL} having max(id) is not null`,
  );

function checkHead(value: unknown) {
  const head = value as (BackupContents & { komainu?: unknown; format?: unknown; migration?: unknown }) | null;
  if (head === null || head.komainu !== 'backup') throw notABackup();
  const age = ageOf(Number(head.migration));
  if (age === 'later')
    throw new StoreError(
      'このバックアップは、この版より新しい版の狛犬のものです。その版か、さらに新しい版で戻してください。/ The backup is of a newer version of Komainu than this one. Restore it with that version, or one that is newer still.',
    );
  if (age === null || head.format !== FORMAT || typeof head.at !== 'string') throw notABackup();
  return { ...head, age };
}

const isTable = (value: unknown): value is { table: string; columns: string[] } =>
  typeof value === 'object' && value !== null && 'table' in value && 'columns' in value && Array.isArray(value.columns);
const isEnd = (value: unknown): value is { rows: number } =>
  typeof value === 'object' && value !== null && 'end' in value && 'rows' in value;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw notABackup();
  }
}

const notABackup = (): StoreError =>
  new StoreError('This is no backup of Komainu, or it is damaged. Nothing was restored.');
