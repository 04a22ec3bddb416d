import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { createDatabase, describeWithServer } from '../support/servers.ts';
import { openTestStore } from '../support/store.ts';

const TABLES = [
  'rule_version',
  'measure',
  'demand_answer',
  'expert_request',
  'expert',
  'policy_reading',
  'policy_version',
  'lesson_done',
  'forwarded',
  'tally',
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

function around(open: () => Promise<Opened>, define: (store: () => Store) => void): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    const tables = TABLES.map((table) => `komainu.${table}`).join(', ');
    const { db, engine } = opened.store;
    await db.execute(sql.raw(`truncate ${tables} restart identity cascade`));
    // Opens the pool's connections now, so that what a test does at the same time really meets.
    if (engine.kind === 'postgres')
      await Promise.all(Array.from({ length: 8 }, () => db.execute(sql`select pg_sleep(0.01)`)));
  });
  define(() => opened.store);
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
