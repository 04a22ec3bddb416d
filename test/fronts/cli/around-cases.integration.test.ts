import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { REFUSAL_WORDS } from '../../../src/fronts/cli/local/local-api.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import { openStore } from '../../../src/store/index.ts';
import { reviewers } from '../../store/reviewers.ts';
import { judgedMail } from '../../store/samples.ts';
import { komainu, linesOf, type Workspace, workspace } from './support.ts';

describe('the desk by commands', { timeout: 60_000 }, () => {
  let place: Workspace;
  const open: AsyncDisposable[] = [];
  beforeAll(async () => {
    place = await workspace();
    const loaded = loadConfig(null, {}, place.path);
    const store = await openStore(loaded.secrets.store, loaded.config.dataPath);
    for (const minute of [1, 2, 3]) await judgedMail(store.db, minute);
    await reviewers(store.db, '花子');
    await store.close();
    const own = await openOwnStore(loaded, {});
    open.push(await serveLocalApi(own.api, localSocketPath(loaded.config.dataPath)), own);
  });
  afterAll(async () => {
    for (const one of open) await one[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  const run = (...argv: string[]) => komainu(argv, { cwd: place.path });
  const json = async (...argv: string[]) => {
    const { out, err, code } = await run(...argv, '--json');
    expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' });
    return out === '' ? [] : linesOf(out).map((line) => JSON.parse(line));
  };

  it('assign cases, and say whom they wait for', async () => {
    const people = await json('cases', 'assign', '1', '--nobody');
    expect(people).toEqual([{ id: '1', assignee: { kind: 'anyone' } }]);
    expect((await run('cases', 'assign', '1')).code).toBe(2);
    expect((await run('cases', 'assign', '1', '--to', 'stranger@example.jp')).err).toContain(
      REFUSAL_WORDS['wrong-recipient'],
    );
    expect((await run('cases', 'assign', '99', '--nobody')).err).toContain(REFUSAL_WORDS['no-such-case']);
  });

  it('write comments and list them', async () => {
    expect((await run('cases', 'comment', '1', '前にもありました')).out).toContain('#1');
    expect(await json('cases', 'comments', '1')).toMatchObject([{ by: 'cli:検査 taro', words: '前にもありました' }]);
    expect((await run('cases', 'comments', '1')).out).toContain('cli:検査 taro: 前にもありました');
    expect((await run('--lang', 'en', 'cases', 'comments', '2')).out).toBe('no comments\n');
  });

  it('do the same to several cases, with 1 when any was refused', async () => {
    const ran = await run('cases', 'together', '3', '99', '--dismiss', 'joke');
    expect(ran).toMatchObject({ code: 1, out: `#3 済み\n#99 ${REFUSAL_WORDS['no-such-case']}\n` });
    expect((await run('cases', 'together', '1', '--dismiss', 'joke', '--assign', 'x')).code).toBe(2);
  });

  it('watch senders', async () => {
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    expect((await run('cases', 'watch', '1', '--until', day)).code).toBe(0);
    const [watch] = await json('watches', 'list');
    expect((await run('watches', 'list')).out).toContain(watch.address);
    expect((await run('watches', 'end', watch.id)).code).toBe(0);
    expect((await run('watches', 'end', watch.id)).code).toBe(1);
    expect((await run('cases', 'watch', '1', '--until', '2020-01-01')).err).toContain(REFUSAL_WORDS['wrong-day']);
  });

  it('note in a case file, and strike', async () => {
    expect((await run('case-file', 'note', '1', 'fact', '--on', '2026-01-05', '--words', '電話があった')).code).toBe(0);
    expect((await run('case-file', 'note', '1', 'effect', '--words', '2時間')).code).toBe(2);
    expect((await run('case-file', 'note', '1', 'rumour', '--words', 'x')).code).toBe(2);
    const [{ notes }] = await json('case-file', 'show', '1');
    expect(notes).toMatchObject([{ note: { kind: 'fact', on: '2026-01-05' } }]);
    expect((await run('case-file', 'strike', '1', notes[0].id, '聞き違い')).code).toBe(0);
    expect((await run('case-file', 'show', '1')).out).toMatch(
      /事実 cli:検査 taro: 2026-01-05 電話があった （取り消し済み）/,
    );
  });

  it('keep the register, clause by clause', async () => {
    const [made] = await json('counterparties', 'add', '株式会社あいて', '--domain', 'aite.example');
    expect((await run('counterparties', 'edit', made.id, '--clause-on', '2026-01-05')).code).toBe(2);
    await json('counterparties', 'edit', made.id, '--clause-on', '2026-01-05', '--clause-document', '第12条');
    expect(await json('counterparties', 'list')).toMatchObject([
      { name: '株式会社あいて', clause: { document: '第12条' } },
    ]);
    expect((await run('counterparties', 'show', made.id)).out).toContain('条項: 2026-01-05 第12条');
    expect((await run('counterparties', 'list', '--query', 'nothing')).code).toBe(0);
    expect(await json('counterparties', 'edit', made.id, '--no-clause')).toMatchObject([{ clause: null, version: 3 }]);
    const taken = await run('counterparties', 'add', 'べつ', '--domain', 'aite.example');
    expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('登録済み') });
    expect((await run('counterparties', 'assign', '1', made.id)).code).toBe(0);
    expect((await run('counterparties', 'show', '99')).err).toContain('台帳にありません');
  });

  it('list measures and letters', async () => {
    expect(await json('measures', 'list')).toEqual([]);
    expect(await json('measures', 'list', '1')).toEqual([]);
    expect(await json('letters', 'list', '1')).toEqual([]);
    const gate = ['--gate', 'clause=clear'];
    const proposed = await run('measures', 'propose', '1', '--step', 'caution', '--reason', 'x', ...gate);
    expect(proposed).toMatchObject({ code: 2, err: expect.stringContaining('cause、accommodation、duty、proportion') });
    expect((await run('letters', 'save', '1', '1', '--out', 'a.txt')).code).toBe(2);
    expect((await run('letters', 'save', '1', '1', '--out', 'a.pdf')).err).toContain(REFUSAL_WORDS['no-such-letter']);
    await expect(stat(join(place.path, 'a.pdf'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('names what goes with a pack only where it is', async () => {
  await using place = await workspace({ 'a.zip': 'no zip' });
  const { code, out } = await komainu(['evidence', 'stamp-request', 'a.zip', '--out', 'a.tsq'], { cwd: place.path });
  expect({ code, out }).toEqual({ code: 0, out: 'a.tsq に保存しました\n' });
  expect((await readFile(join(place.path, 'a.tsq'))).byteLength).toBe(59);
});
