import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shipped } from '../../../src/util/paths.ts';
import { fillMailbox, MARKER, otherDictionary, pastFolder, writeDictionary } from '../../services/past/mailbox.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';

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

  async function komainu(...args: string[]) {
    const child = spawn(process.execPath, [shipped('dist/main.js'), ...args], {
      cwd: place.path,
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
  ])('end with 2 for %s', async (_, args, said) => {
    const { code, err } = await komainu(...args);
    expect([code, err.includes(said)]).toEqual([2, true]);
  });
});
