import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import { openStore } from '../../../src/store/index.ts';
import { judgedMail } from '../../store/samples.ts';
import { komainu, linesOf, type Workspace, workspace } from './support.ts';

const open = async (place: Workspace) => {
  const loaded = loadConfig(null, {}, place.path);
  return openStore(loaded.secrets.store, loaded.config.dataPath);
};

describe.each([
  ['without a running service', false],
  ['while the service runs', true],
])('komainu audit, %s', (_how, runs) => {
  let place: Workspace;
  const running: AsyncDisposable[] = [];
  beforeAll(async () => {
    place = await workspace();
    const store = await open(place);
    await judgedMail(store.db, 1);
    await store.close();
    if (!runs) return;
    const loaded = loadConfig(null, {}, place.path);
    const own = await openOwnStore(loaded, {});
    running.push(await serveLocalApi(own.api, localSocketPath(loaded.config.dataPath)), own);
  });
  afterAll(async () => {
    for (const one of running) await one[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  const run = (...argv: string[]) => komainu(argv, { cwd: place.path });

  it('keeps what commands do, and exports it', { timeout: 60_000 }, async () => {
    await run('cases', 'show', '1', '--json');
    await run('cases', 'dismiss', '1', '--reason', 'joke', '--note', 'ひみつのメモ');
    await run('user', 'add', 'a@example.jp', '--name', '花子', '--role', 'auditor');
    const { code, out } = await run('audit', 'export', '--json');
    expect(code).toBe(0);
    const rows = linesOf(out).map((line) => JSON.parse(line));
    expect(rows.map(({ seq, name, action, target }) => [seq, name, action, target])).toEqual([
      [1, 'cli:検査 taro', 'case.reveal', 'case/1'], // with --json the words are whole
      [2, 'cli:検査 taro', 'case.dismiss', 'case/1'],
      [3, 'cli:検査 taro', 'case.view', 'case/1'], // prints the case after the decision
      [4, 'cli:検査 taro', 'account.invite', ''],
      [5, 'cli:検査 taro', 'audit.export', ''],
    ]);
    expect(out).not.toMatch(/ひみつ|a@example/);
  });

  it('exports CSV', async () => {
    const { out } = await run('audit', 'export', '--csv');
    expect(linesOf(out)[0]).toBe('\u{feff}seq,at,person,name,address,action,target,details,hash\r');
    expect(linesOf(out)[2]).toMatch(
      /^2,20[^,]+Z,,cli:検査 taro,,case\.dismiss,case\/1,"\{""reason"":""joke""\}",[0-9a-f]{64}\r$/,
    );
  });

  it('verifies', async () => {
    expect(await run('audit', 'verify')).toMatchObject({
      code: 0,
      out: '6行すべて、書かれたときのままです\n',
      err: '',
    });
  });

  it('takes one format', async () => {
    expect((await run('audit', 'export', '--csv', '--json')).code).toBe(2);
  });
});

describe('komainu audit verify', { timeout: 180_000 }, () => {
  it('names the first row that does not hold, and ends with 1', async () => {
    await using place = await workspace();
    const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
    await run('user', 'add', 'a@example.jp', '--name', '花子', '--role', 'admin');
    await run('user', 'add', 'b@example.jp', '--name', '次郎', '--role', 'employee');
    const store = await open(place);
    await store.db.execute(sql`alter table komainu.audit disable trigger audit_append_only`);
    await store.db.execute(sql`update komainu.audit set details = '{"roles":["lead"]}' where seq = 2`);
    await store.close();
    const { code, out } = await run('audit', 'verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^2行目: 書かれたときの内容ではありません。/);
  });

  it('compares with ends that were noted elsewhere, and knows a restored backup', async () => {
    await using place = await workspace();
    await using other = await workspace();
    const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
    await run('user', 'add', 'a@example.jp', '--name', '花子', '--role', 'admin');
    expect((await run('backup', 'all.komainu')).code).toBe(0);
    await run('user', 'add', 'b@example.jp', '--name', '次郎', '--role', 'employee');
    const head = readFileSync(join(place.path, 'data/audit.head'), 'utf8'); // of row 3
    writeFileSync(join(other.path, 'anchors'), `2026-01-01T00:00:00.000Z ${head}`);
    expect(await run('audit', 'verify', '--head', head.trim())).toMatchObject({ code: 0, err: '' });
    expect((await run('audit', 'verify', '--head', join(other.path, 'anchors'))).code).toBe(0);
    const inOther = (...argv: string[]) => komainu(argv, { cwd: other.path });
    expect((await inOther('restore', join(place.path, 'all.komainu'))).code).toBe(0);
    expect(await inOther('audit', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^3行目: .* に 20.* のバックアップから復元しています。.*\n3行すべて/),
    });
    const cut = await inOther('audit', 'verify', '--head', 'anchors');
    expect(cut.code).toBe(1);
    expect(cut.out).toMatch(/3行目: 20\S+Z に 20\S+Z のバックアップから復元しています。そのあとの行はありません/);
  });

  it.each(['nowhere', 'komainu.yaml', '7'])('refuses %s as a place where ends are noted', async (head) => {
    await using place = await workspace();
    expect((await komainu(['audit', 'verify', '--head', head], { cwd: place.path })).code).toBe(2);
  });

  it('says when it cannot tell whether the end is there', async () => {
    await using place = await workspace();
    const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
    await run('user', 'add', 'a@example.jp', '--name', '花子', '--role', 'admin');
    await rm(join(place.path, 'data/audit.head'));
    const { code, err } = await run('audit', 'verify');
    expect(code).toBe(3);
    expect(err).toContain('この場所では分かりません');
  });
});
