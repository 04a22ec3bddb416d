import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { rowsOf } from '../../src/store/engine/migrate.ts';
import { type Db, openStore, type Store } from '../../src/store/index.ts';
import { createDatabase, describeWithServer } from '../support/servers.ts';
import { openTestStore } from '../support/store.ts';

const TABLES = [
  'secret_print',
  'running',
  'attempt',
  'wrong_password',
  'rule_version',
  'referral',
  'measure',
  'demand_answer',
  'disclosure',
  'expert_request',
  'expert',
  'policy_reading',
  'policy_version',
  'lesson_done',
  'forwarded',
  'tally',
  'verdict_count',
  'notice',
  'channel',
  'mark',
  'decision',
  'case_merge_mail',
  'case_merge',
  'case_note',
  'letter_template',
  'counterparty_case',
  'counterparty_sender',
  'counterparty',
  'consultation_note',
  'consultation',
  'case_mail',
  'case_file',
  'failure',
  'answer',
  'verdict',
  'mail',
  'site_setting',
  'source_file',
  'source',
];

/** Runs the same tests on PGlite and, where it is installed, on PostgreSQL. Every test finds empty tables. */
export function describeStores(title: string, define: (store: () => Store) => void): void {
  describe(`${title} on PGlite`, { timeout: 60_000 }, () => around(openPglite, define));
  describeWithServer('postgres', `${title} on PostgreSQL`, () => around(openPostgres, define));
}

interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

/** A table that is emptied, with the tables that refer to it, as `truncate … cascade` would. */
interface Emptied {
  readonly table: string;
  readonly sequences: readonly string[];
}

function around(open: () => Promise<Opened>, define: (store: () => Store) => void): void {
  let opened: Opened;
  let emptied: Emptied[];
  beforeAll(async () => {
    opened = await open();
    emptied = await emptiedWith(opened.store.db, TABLES);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    const { db, engine } = opened.store;
    await empty(db, emptied);
    // Opens the pool's connections now, so that what a test does at the same time really meets.
    if (engine.kind === 'postgres')
      await Promise.all(Array.from({ length: 8 }, () => db.execute(sql`select pg_sleep(0.01)`)));
  });
  define(() => opened.store);
}

async function emptiedWith(db: Db, tables: readonly string[]): Promise<Emptied[]> {
  const names = sql.param(tables.map((table) => `komainu.${table}`));
  return rowsOf<Emptied>(
    db,
    sql`with recursive emptied(id) as (
        select name::regclass::oid from unnest(${names}::text[]) as name
        union select conrelid from pg_constraint join emptied on confrelid = id where contype = 'f'
      )
      select id::regclass::text as table, array(
        select objid::regclass::text from pg_depend join pg_class on pg_class.oid = objid
        where refobjid = id and relkind = 'S' and deptype in ('a', 'i')) as sequences
      from emptied`,
  );
}

/** A hundred tables are truncated by thrice as many new files: rows are deleted where there are any, and numbers begin anew, which is one file or two. */
async function empty(db: Db, emptied: readonly Emptied[]): Promise<void> {
  const filled = emptied.map(({ table }) => `select '${table}' as name where exists (select 1 from ${table})`);
  const counted = emptied
    .flatMap(({ sequences }) => sequences)
    .map((sequence) => `select '${sequence}' as name where (select is_called from ${sequence})`);
  const tables = await rowsOf<{ name: string }>(db, sql.raw(filled.join(' union all ')));
  const sequences = await rowsOf<{ name: string }>(db, sql.raw(counted.join(' union all ')));
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`); // no trigger, as with truncate
    for (const { name } of tables) await tx.execute(sql.raw(`delete from ${name}`));
    for (const { name } of sequences) await tx.execute(sql.raw(`alter sequence ${name} restart`));
  });
}

async function openPglite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-store-'));
  const store = await openTestStore(folder);
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, close };
}

async function openPostgres(): Promise<Opened> {
  const database = await createDatabase();
  const store = await openStore({ kind: 'postgres', url: database.url }, tmpdir());
  const close = async () => {
    await store.close();
    await database.stop();
  };
  return { store, close };
}
