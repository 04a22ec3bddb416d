import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { shipped } from '../../../src/util/paths.ts';
import { approve, dismiss, judged } from '../../services/past/decided.ts';
import { fillMailbox, MARKER, otherDictionary, pastFolder, writeDictionary } from '../../services/past/mailbox.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { putEmptyStore } from '../../support/store.ts';

const MAILS = 120;
const LOST = MAILS / 10;
const FOUND = 4; // of every 15th those that are no 10th

describeWithServer('dovecot', 'commands that read the past', () => {
  let server: TestDovecot;
  let place: ReturnType<typeof pastFolder>;
  beforeAll(async () => {
    server = await startDovecot();
    await fillMailbox(server, MAILS);
    place = pastFolder(server);
    writeDictionary(join(place.path, 'draft'), otherDictionary());
    writeDictionary(join(place.path, 'broken'), [{ path: 'scoring.yaml', text: 'thresholds: 3\n' }]);
  });
  afterAll(async () => {
    place.remove();
    await server.stop();
  });

  const komainu = (...args: string[]) => komainuIn(place.path, ...args);
  async function komainuIn(cwd: string, ...args: string[]) {
    const child = spawn(process.execPath, [shipped('dist/main.js'), ...args], {
      cwd,
      env: {
        PATH: process.env.PATH,
        KOMAINU_PASSWORD_SUPPORT: server.password,
        KOMAINU_PASSWORD_SENT: server.password,
      },
    });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect(out + err).not.toContain(MARKER);
    return { code: code as number, out, err };
  }

  it('backtest: what another folder of dictionaries would have changed, as JSON', async () => {
    const { code, out, err } = await komainu('backtest', '--dictionaries', 'draft', '--days', '30', '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ mails: MAILS, answers: 1, surfaced: { found: FOUND, lost: LOST, same: 0 } });
    expect(result.versions.before).not.toBe(result.versions.after);
    expect(result.changed).toHaveLength(FOUND + LOST);
    expect(result.changed[0]).toMatchObject({ source: 'support', folder: 'INBOX', before: {}, after: {} });
    expect(existsSync(join(place.path, 'data'))).toBe(false); // nothing is kept
  });

  it('backtest: what changes on labelled mails, with shares and intervals', async () => {
    const row = (id: string, label: string, body: string) => ({
      ...{ id, label, body, from: 'kyaku@example.com', to: 'support@example.jp', subject: '件名' },
      ...{ date: '2026-06-01T09:00:00+09:00', categories: [], severity: 0 },
    });
    const rows = [
      row('a', 'harassment', '今すぐ土下座しろ。'),
      row('b', 'harassment', 'お前は無能だ。'),
      row('c', 'ok', 'お前は無能だ、と脚本にあります。'),
      row('d', 'ok', '資料をお送りします。'),
    ];
    writeFileSync(join(place.path, 'labelled.jsonl'), rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const args = ['backtest', '--dictionaries', 'draft', '--corpus', 'labelled.jsonl'];
    const { code, out, err } = await komainu(...args, '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(result.surfaced.harassment).toEqual({ found: 1, lost: 1, same: 0, missed: 0 });
    expect(result.surfaced.harmless).toMatchObject({ lost: 0, same: 0 });
    expect(result.surfaced.found.before).toMatchObject({ part: 1, of: 2, share: 0.5 });
    expect(result.changed.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual(['a', 'b']);
    expect(JSON.stringify(result)).not.toMatch(/土下座|無能/);
    const told = await komainu('--lang', 'en', ...args);
    expect(told.out).toContain('4 labelled mails were judged');
    expect(told.out).toMatch(/of harassment, found 50% \(9–91, 1\/2\)|of harassment, found 50%/);
  });

  it('backtest over the store of a service that is not running', { timeout: 300_000 }, async () => {
    const home = pastFolder(server);
    writeDictionary(join(home.path, 'draft'), otherDictionary());
    try {
      const { config, secrets } = home;
      if (secrets.store.kind !== 'pglite') throw new Error('the embedded store is meant');
      await putEmptyStore(secrets.store.path);
      const store = await openStore(secrets.store, config.dataPath);
      const cases = await judged(store.db, ['今すぐ土下座しろ。', 'お前は無能だ。', 'お前は無能だ。']);
      for (const id of cases.slice(0, 2)) await approve(store.db, id!);
      await dismiss(store.db, cases[2]!);
      await store.close();

      const args = ['backtest', '--cases', '--dictionaries', 'draft', '--days', '30'];
      const { code, out, err } = await komainuIn(home.path, ...args, '--json');
      expect([code, err]).toEqual([0, '']);
      const result = JSON.parse(out);
      expect(result).toMatchObject({ days: 30, cases: 3, unjudged: 0 });
      expect(result.surfaced.harassment).toEqual({ found: 1, lost: 1, same: 0, missed: 0 });
      expect(result.surfaced.harmless).toEqual({ found: 1, lost: 0, same: 0, missed: 0 });
      expect(result.surfaced.precision.after).toMatchObject({ part: 1, of: 2 });
      expect(result.changed).toHaveLength(3);
      expect(result.changed[0]).toMatchObject({ case: cases[2], outcome: 'dismissed' });
      const told = await komainuIn(home.path, ...args);
      expect(told.out).toContain('判断済みの案件 3件を比べました');
      expect(told.out).toContain('insult.useless');
    } finally {
      home.remove();
    }
  });

  it('trial: cases a week, and thresholds for a budget, as JSON', async () => {
    const { code, out } = await komainu('trial', '--days', '30', '--budget', '1000', '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ mails: MAILS, budget: 1000, bands: { ordinary: MAILS - LOST } });
    expect(result.proposal.factor).toBe(result.levels[0].factor);
  });

  it('say the same to people, in their language', async () => {
    const backtest = await komainu('backtest', '--dictionaries', 'draft', '--days', '30');
    expect(backtest.out).toContain(`${MAILS}通を判定しました`);
    expect(backtest.out).toContain('insult.useless');
    const trial = await komainu('--lang', 'en', 'trial', '--days', '30', '--budget', '0');
    expect(trial.out).toContain('cases a week');
    expect(trial.out).toMatch(/No thresholds|write this into scoring\.yaml/);
  });

  it.each([
    ['no days', ['trial', '--days', '0'], '--days'],
    ['no number', ['trial', '--budget', 'many'], '--budget'],
    ['a source that is not there', ['trial', '--source', 'other'], 'support'],
    ['a folder that is not there', ['backtest', '--dictionaries', 'nowhere'], 'nowhere'],
    ['a folder that is broken', ['backtest', '--dictionaries', 'broken'], 'scoring.yaml'],
    ['no folder', ['backtest'], '--dictionaries'],
    ['cases and a corpus', ['backtest', '--cases', '--corpus', 'x', '--dictionaries', 'draft'], '--corpus'],
    ['a change without cases', ['backtest', '--before', '1'], '--cases'],
    ['a corpus that is not there', ['backtest', '--corpus', 'x', '--dictionaries', 'draft'], 'x'],
  ])('end with 2 for %s', async (_, args, said) => {
    const { code, err } = await komainu(...args);
    expect([code, err.includes(said)]).toEqual([2, true]);
  });
});
