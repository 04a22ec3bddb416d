import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorOf, wantsColour } from '../../../src/fronts/cli/io.ts';
import { komainu } from './support.ts';

describe('komainu', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'komainu-usage-'));
    await writeFile(join(cwd, 'wrong.yaml'), 'store:\n  paht: data\n');
  });
  afterAll(() => rm(cwd, { recursive: true }));

  it.each([
    ['--help', 0],
    ['--version', 0],
    ['help scan', 0],
    ['scan --help', 0],
    ['cases dismiss --help', 0],
    ['', 2],
    ['bogus', 2],
    ['scan', 2],
    ['scan --bogus x.eml', 2],
    ['start --part everything', 2],
    ['eval x.jsonl --classifier perhaps', 2],
    ['mails retry', 2],
    ['mails retry 1 --all', 2],
    ['cases dismiss 1', 2],
    ['cases dismiss 1 --reason bogus', 2],
    ['user add a@example.jp', 2],
    ['--config wrong.yaml cases list', 2],
    ['cases list --config wrong.yaml', 2],
    ['--config missing.yaml check', 2],
    ['eval missing.jsonl', 2],
    ['dict check missing', 2],
  ])('%s ends with %i', async (line, expected) => {
    const { code } = await komainu(line.split(' ').filter(Boolean), { cwd });
    expect(code).toBe(expected);
  });

  it('says in one language what was wrong with the arguments, on standard error alone', async () => {
    const { out, err } = await komainu(['bogus'], { cwd });
    expect(out).toBe('');
    expect(err).toMatch(/使い方に誤りがあります: unknown command 'bogus'/);
  });

  it('names file, line and key of a wrong configuration', async () => {
    const { err } = await komainu(['check', '--config', 'wrong.yaml'], { cwd });
    expect(err).toMatch(/wrong\.yaml:2:3: store\.paht: /);
  });

  const COMMANDS = [
    ...[
      '',
      'start',
      'status',
      'check',
      'scan',
      'eval',
      'cases list',
      'cases show',
      'cases approve',
      'cases dismiss',
      'mails retry',
    ],
    ...[
      'user add',
      'user reset',
      'audit verify',
      'audit export',
      'dict check',
      'backup',
      'restore',
      'purge',
      'train',
      'quality',
    ],
  ];
  const helpOf = async (command: string, more: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    (await komainu([...command.split(' ').filter(Boolean), ...more, '--help'], { cwd, env })).out;

  it('has help in Japanese alone, or in English alone, for every command', async () => {
    for (const command of COMMANDS) {
      const ja = await helpOf(command, []);
      expect(ja).toMatch(/^使い方: komainu/);
      expect([command, ja.match(/[ぁ-んァ-ヶ一-龠）] \/ [a-z].*/)?.[0]]).toEqual([command, undefined]);
      const en = await helpOf(command, ['--lang', 'en']);
      expect(en).toMatch(/^Usage: komainu/);
      expect([command, en.match(/.*[ぁ-んァ-ヶ一-龠].*/)?.[0]]).toEqual([command, undefined]);
    }
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv, string]>([
    ['nothing', [], {}, '使い方'],
    ['LANG', [], { LANG: 'en_US.UTF-8' }, 'Usage'],
    ['LC_ALL before LANG', [], { LC_ALL: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' }, '使い方'],
    ['another LANG', [], { LANG: 'C.UTF-8' }, '使い方'],
    ['--lang before LANG', ['--lang', 'ja'], { LANG: 'en_US.UTF-8' }, '使い方'],
    ['--lang=en', ['--lang=en'], {}, 'Usage'],
  ])('speaks the language of %s', async (_, more, env, expected) => {
    expect(await helpOf('cases list', more, env)).toMatch(new RegExp(`^${expected}: `));
  });

  it('refuses a language that it does not speak', async () => {
    expect((await komainu(['--lang', 'fr', 'status'], { cwd })).code).toBe(2);
  });
});

it('who typed a command is whom the script on a server names, else the user of the system', () => {
  expect(operatorOf({ KOMAINU_OPERATOR: 'sasaki' })).toBe('sasaki');
  expect(operatorOf({ KOMAINU_OPERATOR: '' })).toBe(userInfo().username);
});

describe('colour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['an empty NO_COLOR, which means nothing', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('%s', (_what, env, isTerminal, expected) => {
    expect(wantsColour(env, isTerminal)).toBe(expected);
  });
});
