import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { localSocketPath, serveLocalApi } from '../../../src/fronts/api/local/index.ts';
import { openOwnStore } from '../../../src/fronts/cli/local/own-store.ts';
import { openStore, writeUnreadable } from '../../../src/store/index.ts';
import { assessment, judgedMail, storeMail } from '../../store/samples.ts';
import { komainu, linesOf, type Workspace, workspace } from './support.ts';

describe.each([
  ['without a running service', false],
  ['while the service runs', true],
])('komainu cases and user, %s', (_how, runs) => {
  let place: Workspace;
  const open: AsyncDisposable[] = [];
  beforeAll(async () => {
    place = await workspace();
    const loaded = loadConfig(null, {}, place.path);
    const store = await openStore(loaded.secrets.store, loaded.config.dataPath);
    await judgedMail(store.db, 1, { assessment: assessment('review') });
    await judgedMail(store.db, 2, { assessment: assessment('urgent', ['sexual', 'privacy']) });
    await judgedMail(store.db, 3, { assessment: assessment('grey') });
    const mailId = await storeMail(store.db, { minute: 4 });
    await writeUnreadable(store.db, { mailId, at: new Date(), reason: 'deadline' });
    await store.close();
    if (!runs) return;
    const own = await openOwnStore(loaded, {});
    open.push(await serveLocalApi(own.api, localSocketPath(loaded.config.dataPath)), own);
  });
  afterAll(async () => {
    for (const one of open) await one[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  const run = (...argv: string[]) => komainu(argv, { cwd: place.path });

  it('prints a line of JSON per case, with the fields of the contract in their order', async () => {
    const { code, out } = await run('cases', 'list', '--json');
    expect(code).toBe(0);
    const cases = linesOf(out).map((line) => JSON.parse(line));
    expect(cases.map(({ band }) => band)).toEqual(['urgent', 'review', 'grey', null]);
    expect(Object.entries(cases[0])).toEqual([
      ['id', '2'],
      ['kind', 'mail'],
      ['status', 'open'],
      ['band', 'urgent'],
      ['acts', ['sexual', 'privacy']],
      ['from', '取引先 太郎'],
      ['subject', '至急'],
      ['mails', 1],
      ['receivedAt', '2026-10-01T00:02:00.000Z'],
      ['decidedBy', null],
    ]);
  });

  it('prints a table for people, in the time zone of the company', async () => {
    const { out } = await run('cases', 'list', '--band', 'urgent');
    expect(out).toMatch(/│ +2 │ 至急 │ 未判断 │ .*、.* │ 取引先 太郎 │ 至急 +│ +1 │ 2026-10-01 09:02 │/);
  });

  it('shows a case with its evidence; what hurts is said by its kind unless it is asked for, which is written down', {
    timeout: 60_000,
  }, async () => {
    const { code, out } = await run('cases', 'show', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^#2 至急 {2}未判断\n言葉を伏せています（--reveal で表示）\n/);
    expect(out).toContain('【〔性的な言葉〕】');
    expect(out).not.toContain('土下座');
    const revealed = (await run('cases', 'show', '2', '--reveal')).out;
    expect(revealed).toContain('土下座しろ');
    expect(revealed).not.toContain('〔');
    expect((await run('cases', 'list', '--band', 'urgent', '--reveal')).out).toMatch(/│ 取引先 太郎 │ 至急 │/);
    expect((await run('cases', 'show', '2', '--lang', 'en')).out).toContain('[sexual words]');
    const log = linesOf((await run('audit', 'export', '--json')).out).map((line) => JSON.parse(line));
    expect(log.filter(({ target }) => target === 'case/2').map(({ action }) => action)).toEqual([
      'case.view',
      'case.reveal',
      'case.view',
    ]);
  });

  it('explains the mail that put a case where it is, hiding what the case hides', { timeout: 60_000 }, async () => {
    const { code, out } = await run('why', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^至急 {2}#2\n/);
    expect(out).toContain('・「〔性的な言葉〕」は「sexualの見出し」に当たります（強）');
    expect(out).not.toContain('土下座');
    const record = JSON.parse((await run('why', '2', '--json')).out);
    expect(record).toMatchObject({
      format: 2,
      source: expect.stringMatching(/^case\/2\//),
      band: 'urgent',
      clauses: null,
    });
    expect((await run('why', '99')).code).toBe(1);
  });

  it('records decisions under the name of the OS user', { timeout: 60_000 }, async () => {
    const found = ['--severity', '2', '--declaration', '--note', '確認済み', '--element', 'customer', 'beyond=unmet'];
    expect(await run('cases', 'approve', '1', ...found)).toMatchObject({
      code: 0,
      out: '#1 認定 至急\n',
    });
    const dismissed = await run('cases', 'dismiss', '3', '--reason', 'mention', '--json');
    expect(JSON.parse(dismissed.out)).toMatchObject({ id: '3', status: 'dismissed', decidedBy: 'cli:検査 taro' });
    const { out } = await run('cases', 'list', '--json', '--status', 'approved');
    expect(JSON.parse(out)).toMatchObject({ id: '1', decidedBy: 'cli:検査 taro' });
    const shown = (await run('cases', 'show', '1')).out;
    expect(shown).toMatch(/認定 {2}cli:検査 taro {2}顧客等の言動: 該当 .*: 該当しない .*: 未判断: 確認済み\n$/);
  });

  it('lists mails that could not be assessed, and has them screened again', { timeout: 60_000 }, async () => {
    expect(JSON.parse((await run('mails', 'failed', '--json')).out)).toMatchObject({ mailId: '4', state: 'given-up' });
    expect((await run('mails', 'failed')).out).toMatch(/│ 4 +│ support +│ deadline +│/);
    expect(await run('mails', 'retry', '1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('1 は再判定できません'),
    });
    expect(await run('mails', 'retry', '4')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 通を判定待ちに戻しました\n$/),
    });
    expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
      waiting: 1,
      foreign: 0,
      verdicts: { unreadable: 0 },
    });
    expect((await run('status')).out).toMatch(/学んでいない言語（30日間） +│ +0/);
    expect((await run('mails', 'retry', '--all')).out).toMatch(/^0 通/); // its case stays, and waits for the answer
  });

  it('undoes a decision', async () => {
    expect(JSON.parse((await run('cases', 'reopen', '1', '--json')).out)).toMatchObject({
      status: 'open',
      decidedBy: null,
    });
  });

  it.each([
    ['a case that does not exist', 'cases approve 99', /その番号の案件はありません/],
    ['a decision on a decided case', 'cases approve 3 --severity 2 --declaration', /その案件は今の状態では/],
    ['a reset for a stranger', 'user reset stranger@example.jp', /そのアドレスの利用者はいません/],
  ])('fails with %s', async (_what, line, message) => {
    const { code, out, err } = await run(...line.split(' '));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    ['a role that does not exist', 'user add a@example.jp --name A --role boss'],
    ['an address that is none', 'user add nobody --name A --role reviewer'],
  ])('refuses %s as wrong usage', async (_what, line) => {
    expect(await run(...line.split(' '))).toMatchObject({ code: 2, out: '' });
  });

  it('prints only the link of an invitation on standard output', async () => {
    const { code, out } = await run('user', 'add', 'new@example.jp', '--name', '新人', '--role', 'reviewer', 'lead');
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:8787\/welcome\/[\w-]+\n$/);
  });

  it('checks store and queue', { timeout: 60_000 }, async () => {
    const { code, out } = await run('check');
    expect(out).toMatch(runs ? /稼働中のサービスが使用中：未判断の案件3件/ : /│ 未判断の案件3件/);
    expect(out).toMatch(/✓ OK +│ キュー +│/);
    expect(out).toMatch(/✓ OK +│ 辞書 +│/);
    expect(code).toBe(0);
  });
});

describe('a store whose owner does not answer', { timeout: 180_000 }, () => {
  it('is told in one sentence, with exit code 1', async () => {
    await using place = await workspace();
    const { config, secrets } = loadConfig(null, {}, place.path);
    const store = await openStore(secrets.store, config.dataPath);
    try {
      const { code, out, err } = await komainu(['cases', 'list'], { cwd: place.path });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/another komainu process uses this directory/);
      expect(linesOf(err)).toHaveLength(1);
    } finally {
      await store.close();
    }
  });
});

describe('komainu cases for whoever reads over a shoulder', () => {
  it('hides in a list the words that hurt, and nothing else', { timeout: 60_000 }, async () => {
    await using hurt = await workspace();
    const loaded = loadConfig(null, {}, hurt.path);
    const store = await openStore(loaded.secrets.store, loaded.config.dataPath);
    const display = { from: '土下座しろ 太郎', subject: '至急 土下座しろ', counterparty: 'example.co.jp' };
    await judgedMail(store.db, 1, { assessment: assessment('urgent', ['sexual']), display });
    await store.close();
    const list = async (...more: string[]) => (await komainu(['cases', 'list', ...more], { cwd: hurt.path })).out;
    expect(await list()).toMatch(/│ 〔性的な言葉〕 太郎 │ 至急 〔性的な言葉〕 +│/);
    expect(await list('--lang', 'en')).toContain('至急 [sexual words]');
    expect(await list('--reveal')).toContain('│ 至急 土下座しろ');
    const dismissed = await komainu(['cases', 'dismiss', '1', '--reason', 'jargon'], { cwd: hurt.path });
    expect(dismissed.out).toBe('#1 却下 至急 〔性的な言葉〕\n');
  });
});
