import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { rowsOf } from '../engine/migrate.ts';
import { gatherCounts } from '../figures/kept-counts.ts';
import { FIRST_CONFIDENTIAL } from '../schema/core.ts';

/** What came of a restore. */
export interface Restored {
  readonly rows: number;
  readonly at: string; // when the backup was taken, ISO 8601
}

/** A table as the database has it now. */
interface Table {
  readonly name: string; // quoted, with its schema
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly serial: string | null; // the column whose numbers a sequence gives
}

/**
 * Who is signed in, half-way through it, or invited: a backup would let its reader in as them. People sign in anew. And which job
 * carries a mail: the queue is no part of a backup, and mails get new jobs. And readings of the past: they are made again. And how many verdicts there are: as they come in
 * they are counted.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'auth.session',
  'auth.verification',
  'auth.invitation',
  'komainu.attempt',
  'komainu.running',
  'komainu.screen_job',
  'komainu.verdict_count',
  'komainu.wrong_password',
  'komainu.past_case',
  'komainu.past_mail',
  'komainu.past_run',
]);

/** What a backup holds, for whoever has to keep it safe. */
export interface BackupContents {
  readonly at: string; // when it was taken, ISO 8601
  readonly cases: number;
  readonly originals: number; // mails with every byte
  readonly consultations: number; // confidential ones too
  readonly people: number; // with hashes of their passwords
  readonly auditRows: number;
}

const FORMAT = 2; // 1 held who was signed in, too
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

/**
 * Reads what `dumpStore` wrote into an empty store of the same version, all or nothing. Whoever was signed in or invited there is no more.
 *
 * @returns the number of rows, and of when they are
 * @throws StoreError when the store is not empty, or the lines are not such a backup or not all of one.
 */
export async function loadDump(db: Db, lines: AsyncIterable<string>): Promise<Restored> {
  return db.transaction(async (tx) => {
    const tables = new Map((await keptTablesOf(tx)).map((table) => [table.name, table]));
    for (const { name } of tables.values())
      if ((await rowsOf(tx, sql`select 1 from ${sql.raw(name)} limit 1`)).length > 0)
        throw new StoreError(
          'The store is not empty. Restore into a new one: another store.path, or an empty database.',
        );
    for (const name of LEFT_OUT) await tx.execute(sql`delete from ${sql.raw(name)}`);
    let rows = 0;
    let at = '';
    let insert: ((values: readonly unknown[]) => SQL) | null = null;
    let head = false;
    for await (const line of lines) {
      const value = parsed(line);
      if (!head) {
        at = checkHead(value, await newestMigration(tx)).at;
        head = true;
      } else if (Array.isArray(value)) {
        if (insert === null) throw notABackup();
        await tx.execute(insert(value));
        rows++;
      } else if (isTable(value)) insert = insertInto(tables.get(value.table), value.columns);
      else if (isEnd(value) && value.rows === rows) {
        for (const table of tables.values()) await setSerial(tx, table);
        await setConfidentialSerial(tx);
        await gatherCounts(tx);
        return { rows, at };
      } else throw notABackup();
    }
    throw new StoreError('The backup is cut off: its end is missing. Nothing was restored.');
  });
}

const keptTablesOf = async (db: Db): Promise<Table[]> => (await tablesOf(db)).filter(({ name }) => !LEFT_OUT.has(name));

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

/** Our tables, each after those it refers to, with the columns that hold what no other says. */
async function tablesOf(db: Db): Promise<Table[]> {
  const found = await rowsOf<{ name: string; columns: Table['columns']; serial: string | null; after: string[] }>(
    db,
    sql`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null) as serial,
      (select coalesce(json_agg(distinct format('%I.%I', rn.nspname, r.relname)), '[]')
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as after
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('komainu', 'auth') and c.relkind = 'r' order by 1`,
  );
  const sorted: typeof found = [];
  while (sorted.length < found.length) {
    const ready = found.filter(
      (table) => !sorted.includes(table) && table.after.every((name) => sorted.some((one) => one.name === name)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    sorted.push(...ready);
  }
  return sorted;
}

/** Rows that refer to others of their own table come after them: they are younger. */
const orderOf = ({ serial }: Table): SQL => (serial === null ? sql`` : sql` order by ${sql.identifier(serial)}`);

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

/** @param line the head of a backup that this program wrote */
export function contentsOf(line: string): BackupContents {
  const { at, cases, originals, consultations, people, auditRows } = JSON.parse(line) as BackupContents;
  return { at, cases, originals, consultations, people, auditRows };
}

function checkHead(value: unknown, migration: string): BackupContents {
  const head = value as (BackupContents & { komainu?: unknown; format?: unknown; migration?: unknown }) | null;
  if (head === null || head.komainu !== 'backup') throw notABackup();
  if (head.migration !== migration)
    throw new StoreError(
      'The backup is of another version of Komainu. Restore it with that version, then update: the tables are brought up to date at the next start.',
    );
  if (head.format !== FORMAT || typeof head.at !== 'string') throw notABackup();
  return head;
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

const newestMigration = async (db: Db): Promise<string> =>
  (await rowsOf<{ value: string }>(db, NEWEST_MIGRATION))[0]!.value;
