import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sealWith, verifyChain } from '../../../src/audit/index.ts';
import {
  auditRows,
  dumpStore,
  goBack,
  listCases,
  loadCase,
  loadDump,
  lookAhead,
  openStore,
} from '../../../src/store/index.ts';
import { shipped } from '../../../src/util/paths.ts';
import { openTestStore } from '../../support/store.ts';
import { at } from '../samples.ts';
import { fill, SEAL } from './fill.ts';

const FOLDER = shipped('test/store/released');
/** Tables that later migrations dropped with what they held. */
const DROPPED = new Set(
  ['site_learning', 'site_version', 'taught_decision', 'shadow', 'shadow_count', 'shadow_mail'].map(
    (name) => `komainu.${name}`,
  ),
);
/** Tables that are called otherwise since 0012. */
const RENAMED = new Map([
  ['komainu.report', 'komainu.consultation'],
  ['komainu.report_note', 'komainu.consultation_note'],
]);
/** Tables in which a migration made a row of each of another one: whoever hands something in is concerned in it. */
const MADE = new Map([['komainu.case_victim', { by: '0053_persons_concerned', of: 'komainu.consultation' }]]);
const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .sort(); // from the earliest

/** Of which the check before an upgrade is tried: without most tables that it asks, with some, and of now. */
const LOOKED_AT = new Set([0, fixtures.length >> 1, fixtures.length - 1].map((index) => fixtures[index]));

/** Of which a backup is restored by this version: from the first of today's format on. */
const RESTORED = [fixtures.findIndex((name) => name.startsWith('0016')), fixtures.length >> 1, fixtures.length - 2].map(
  (index) => fixtures[index]!,
);

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}
const journal = async (folder: string): Promise<Journal> =>
  JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));

/**
 * Stores as earlier versions left them: what `dumpStore` wrote of one that `fill` had filled, named by the newest migration of that time.
 * A file is never written anew; the one of a state that no release had may be deleted.
 */
describe('a store of an earlier version', { timeout: 300_000 }, () => {
  let folder: string;
  let growing: string;
  beforeAll(async () => {
    growing = await mkdtemp(join(tmpdir(), 'komainu-growing-'));
  });
  afterAll(() => rm(growing, { recursive: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-released-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is kept of each state of the tables from now on', async () => {
    const { tag } = (await journal(shipped('src/store/migrations'))).entries.at(-1)!;
    const path = join(FOLDER, `${tag}.jsonl`);
    if (existsSync(path)) return;
    const store = await openTestStore(folder);
    await fill(store.db, folder);
    const lines: string[] = [];
    await dumpStore(store.db, at(50), async (line) => void lines.push(line));
    await store.close();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path); // written where it is missing; in CI that is a failure
  });

  it.each(fixtures)('is brought up to date with all it held: %s', async (name) => {
    const lines = (await readFile(join(FOLDER, name), 'utf8')).trimEnd().split('\n');
    const path = join(folder, 'store');
    const held = await putEarlierStore(path, name.replace('.jsonl', ''), lines);
    const counts = new Map([...held].map(([table, count]) => [RENAMED.get(table) ?? table, count]));
    if (LOOKED_AT.has(name)) {
      const tags = (await journal(shipped('src/store/migrations'))).entries.map(({ tag }) => tag);
      const ahead = await lookAhead({ kind: 'pglite', path }, folder);
      expect(ahead!.pending).toEqual(tags.slice(tags.indexOf(name.replace('.jsonl', '')) + 1));
    }
    const store = await openStore({ kind: 'pglite', path }, folder);
    try {
      for (const [table, count] of counts) {
        if (DROPPED.has(table)) continue;
        const { rows } = (await store.db.execute(
          sql`select count(*)::int as count from ${sql.raw(table)}`,
        )) as unknown as { rows: { count: number }[] };
        const made = MADE.get(table);
        const more = made !== undefined && name < made.by ? counts.get(made.of)! : 0;
        expect({ table, count: rows[0]!.count }).toEqual({ table, count: count + more });
      }
      const all = { seesConfidential: true };
      const { cases } = await listCases(store.db, { limit: 50, offset: 0 });
      expect(cases.length).toBeGreaterThan(3);
      for (const { id } of cases) expect(await loadCase(store.db, id, all)).not.toBeNull();
      expect(cases.map(({ status }) => status).sort()).toEqual(['approved', 'dismissed', 'open', 'open', 'open']);
      const newest = sql`select max(received_at) from komainu.mail where source = s.name`;
      const { rows: outdated } = (await store.db.execute(
        sql`select name from komainu.source s where name <> '@hand-in' and last_mail_at is distinct from (${newest})`,
      )) as unknown as { rows: { name: string }[] };
      expect(outdated).toEqual([]);
      expect(await verifyChain(auditRows(store.db, {}), sealWith(SEAL), null)).toMatchObject({
        kind: 'whole',
        rows: 2,
      });
    } finally {
      await store.close();
    }
    const { entries } = await journal(shipped('src/store/migrations'));
    if (name === `${entries.at(-1)!.tag}.jsonl`) return; // nothing to change, so nothing was copied
    await goBack(path, folder);
    const before = await PGlite.create(path);
    const { rows: seen } = await before.query<{ count: number }>(
      'select count(*)::int as count from komainu_meta.__drizzle_migrations',
    );
    await before.close();
    expect(seen[0]!.count).toBe(entries.findIndex(({ tag }) => `${tag}.jsonl` === name) + 1);
  });

  it.each(RESTORED)('is restored from its backup, too: %s', async (name) => {
    const lines = (await readFile(join(FOLDER, name), 'utf8')).trimEnd().split('\n');
    const path = join(folder, 'store');
    const first = await openStore({ kind: 'pglite', path }, folder);
    const halves = { whole: lines, cut: lines.slice(0, -1) };
    const load = (from: readonly string[]) => loadDump(first.db, Readable.from(from));
    await expect(load(halves.cut)).rejects.toThrow('cut off'); // and the tables are those of now
    expect(await load(halves.whole)).toMatchObject({ rows: JSON.parse(lines.at(-1)!).rows });
    await first.close();
    const store = await openStore({ kind: 'pglite', path }, folder);
    try {
      const tags = sql`select count(*)::int as count from komainu_meta.__drizzle_migrations`;
      const { rows } = (await store.db.execute(tags)) as unknown as { rows: { count: number }[] };
      expect(rows[0]!.count).toBe((await journal(shipped('src/store/migrations'))).entries.length);
      const { cases } = await listCases(store.db, { limit: 50, offset: 0 });
      expect(cases.map(({ status }) => status).sort()).toEqual(['approved', 'dismissed', 'open', 'open', 'open']);
      for (const { id } of cases) expect(await loadCase(store.db, id, { seesConfidential: true })).not.toBeNull();
      expect(await verifyChain(auditRows(store.db, {}), sealWith(SEAL), null)).toMatchObject({
        kind: 'whole',
        rows: 2,
      });
    } finally {
      await store.close();
    }
  });

  it('that is later than this version is not restored, and says so', async () => {
    const store = await openTestStore(folder);
    const head = JSON.stringify({ komainu: 'backup', format: 2, migration: '9000000000000', at: at(0).toISOString() });
    await expect(loadDump(store.db, Readable.from([head]))).rejects.toThrow('of a newer version of Komainu');
    await store.close();
  });

  /** An embedded store with the tables of that time, and the rows of a dump. @returns how many, by table */
  async function putEarlierStore(path: string, tag: string, lines: readonly string[]): Promise<Map<string, number>> {
    await bringGrowingTo(tag);
    await cp(growing, path, { recursive: true });
    const client = await PGlite.create(path);
    const counts = new Map<string, number>();
    let table = { name: '', columns: [] as readonly { name: string; type: string }[] };
    await client.exec('begin');
    for (const line of lines.slice(1, -1)) {
      const value = JSON.parse(line) as { table: string; columns: string[] } | (string | null)[];
      if (!Array.isArray(value)) {
        table = { name: value.table, columns: await columnsOf(client, value.table, value.columns) };
        counts.set(table.name, 0);
        continue;
      }
      const names = table.columns.map((column) => `"${column.name}"`).join(', ');
      const values = table.columns.map((column, i) => `$${i + 1}::text::${column.type}`).join(', ');
      await client.query(
        `insert into ${table.name} (${names}) overriding system value values (${values})`,
        value as string[],
      );
      counts.set(table.name, counts.get(table.name)! + 1);
    }
    await client.exec('commit');
    await client.close();
    return counts;
  }

  /** Empty tables of ever later times, for each to be begun with a copy of them. */
  async function bringGrowingTo(tag: string): Promise<void> {
    const client = await PGlite.create(growing);
    const migrationsFolder = await migrationsUpTo(tag);
    await migrate(drizzle(client), { migrationsFolder, migrationsSchema: 'komainu_meta' });
    await client.close();
  }

  async function columnsOf(client: PGlite, table: string, names: readonly string[]) {
    const { rows } = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    );
    expect(rows.map(({ name }) => name)).toEqual(names);
    return rows;
  }

  async function migrationsUpTo(tag: string): Promise<string> {
    const to = join(folder, 'migrations');
    await cp(shipped('src/store/migrations'), to, { recursive: true });
    const { entries, ...rest } = await journal(to);
    const end = entries.findIndex((entry) => entry.tag === tag) + 1;
    expect(end).toBeGreaterThan(0);
    await writeFile(join(to, 'meta/_journal.json'), JSON.stringify({ ...rest, entries: entries.slice(0, end) }));
    return to;
  }
});
