import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import {
  addConsultationNote,
  type Db,
  decide,
  handIn,
  openStore,
  sourceState,
  spoolDepth,
} from '../../../src/store/index.ts';
import { newConsultation } from '../../store/consultations.ts';
import { reviewers } from '../../store/reviewers.ts';
import { assessment, at, judgedMail, storeMail } from '../../store/samples.ts';
import { createDatabase, describeWithServer } from '../../support/servers.ts';
import { komainu, type Workspace, workspace } from './support.ts';

const HARD = 'a\u0001"\\\n\u{1F600}土下座'; // what text and JSON must survive

const opened = async (place: Workspace) => {
  const { config, secrets } = loadConfig(null, {}, place.path);
  return openStore(secrets.store, config.dataPath);
};

async function fill(db: Db): Promise<void> {
  const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent', ['sexual', 'privacy']) });
  await judgedMail(db, 2, { display: { from: HARD, subject: HARD, counterparty: 'example.co.jp' } });
  await judgedMail(db, 3, { assessment: assessment('ordinary') });
  await storeMail(db, { minute: 4 });
  await decide(db, caseId!, { kind: 'dismiss', reason: 'jargon', note: HARD }, '確認 太郎', at(700));
  await sourceState(db, 'support').note(HARD);
  const [person] = await reviewers(db, 'employee');
  const { id } = await handIn(db, newConsultation(person!, { confidential: true, mail: true, words: HARD }), at(5));
  await addConsultationNote(db, person!.id, id, HARD, at(6));
}

/** Every row of every table, as text. */
async function contents(db: Db): Promise<string[]> {
  const names = (await db.execute(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('komainu', 'auth') order by 1`,
  )) as unknown as { rows: { name: string }[] };
  const all: string[] = [];
  for (const { name } of names.rows) {
    const { rows } = (await db.execute(sql.raw(`select t::text as row from ${name} t order by 1`))) as unknown as {
      rows: { row: string }[];
    };
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

describe('komainu backup and restore', { timeout: 180_000 }, () => {
  let from: Workspace;
  let before: string[];
  const running: AsyncDisposable[] = [];
  const run = (place: Workspace, ...argv: string[]) => komainu(argv, { cwd: place.path });
  const file = () => join(from.path, 'all.komainu');

  beforeAll(async () => {
    from = await workspace();
    const store = await opened(from);
    await fill(store.db);
    await store.close();
    const own = await openOwnStore(loadConfig(null, {}, from.path), {});
    const socket = await serveLocalApi(own.api, localSocketPath(loadConfig(null, {}, from.path).config.dataPath));
    running.push(socket, own);
    expect(await run(from, 'backup', 'all.komainu')).toMatchObject({ code: 0, err: '' }); // while it runs
    for (const one of running.splice(0)) await one[Symbol.asyncDispose]();
    const after = await opened(from);
    before = await contents(after.db); // with the line of the audit log that says so
    await after.close();
  });
  afterAll(async () => {
    for (const one of running) await one[Symbol.asyncDispose]();
    await from[Symbol.asyncDispose]();
  });

  it('gives a file only its owner can read, and never writes over one', async () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const again = await run(from, 'backup', 'all.komainu');
    expect(again.code).toBe(1);
    expect(again.err).toContain('exists already');
  });

  it('gives back every row and the key, and the service goes on with the next numbers', async () => {
    await using to = await workspace();
    expect(await run(to, 'restore', file())).toMatchObject({ code: 0, err: '' });
    const key = (place: Workspace) =>
      readFileSync(join(loadConfig(null, {}, place.path).config.dataPath, 'secret.key'));
    expect(key(to)).toEqual(key(from));
    const store = await opened(to);
    expect(await contents(store.db)).toEqual(before);
    await storeMail(store.db, { minute: 9 });
    const added = (await contents(store.db)).filter((row) => !before.includes(row));
    expect(added).toContainEqual(expect.stringMatching(/^komainu.mail \(6,/));
    expect(await spoolDepth(store.db)).toBe(2);
    await store.close();
  });

  it.each([
    ['cut off', (lines: string[]) => lines.slice(0, -2), 'cut off'],
    [
      'of another version',
      (lines: string[]) => lines.with(1, lines[1]!.replace(/"migration":"\d+"/, '"migration":"1"')),
      'another version',
    ],
    [
      'about other tables',
      (lines: string[]) => lines.map((line) => line.replace('komainu.source', 'pg_catalog.pg_authid')),
      'no backup',
    ],
    [
      'with other columns',
      (lines: string[]) => lines.map((line) => line.replace('"trouble_since"', '"trouble); --"')),
      'no backup',
    ],
    ['no JSON', (lines: string[]) => lines.with(3, '{'), 'no backup'],
  ])('restores nothing from a file that is %s', async (_, change, sentence) => {
    await using to = await workspace();
    const lines = change(gunzipSync(readFileSync(file())).toString().trimEnd().split('\n'));
    writeFileSync(join(to.path, 'changed'), gzipSync(`${lines.join('\n')}\n`));
    const { code, err } = await run(to, 'restore', 'changed');
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    const store = await opened(to);
    expect(await contents(store.db)).toEqual([]);
    await store.close();
  });

  it('restores nothing from what is no gzip, or not there, or into a store that is not empty', async () => {
    await using to = await workspace();
    writeFileSync(join(to.path, 'text'), 'hello');
    expect((await run(to, 'restore', 'text')).err).toContain('cannot be read as a backup');
    expect((await run(to, 'restore', 'nowhere')).err).toContain('cannot be read as a backup');
    expect((await run(from, 'restore', 'all.komainu')).err).toContain('not empty');
  });

  describeWithServer('postgres', 'across stores', () => {
    let database: Awaited<ReturnType<typeof createDatabase>>;
    beforeAll(async () => {
      database = await createDatabase();
    });
    afterAll(() => database.stop());

    it('moves a service from PGlite to PostgreSQL, and back', async () => {
      await using to = await workspace();
      const onPostgres = async (...argv: string[]) =>
        komainu(argv, { cwd: to.path, env: { DATABASE_URL: database.url } });
      writeFileSync(join(to.path, 'komainu.yaml'), 'store: { path: data/sample }\n');
      expect(await onPostgres('restore', file())).toMatchObject({ code: 0, err: '' });
      expect(await onPostgres('backup', 'back')).toMatchObject({ code: 0, err: '' });
      await using again = await workspace();
      expect(await run(again, 'restore', join(to.path, 'back'))).toMatchObject({ code: 0, err: '' });
      const store = await opened(again);
      const moved = (await contents(store.db)).filter((row) => !row.startsWith('komainu.audit ('));
      expect(moved).toEqual(before.filter((row) => !row.startsWith('komainu.audit (')));
      await store.close();
    });
  });
});
