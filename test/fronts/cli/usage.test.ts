import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wantsColour } from '../../../src/fronts/cli/io.ts';
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
    ['eval x.jsonl --reader perhaps', 2],
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

  it('says in both languages what was wrong with the arguments, on standard error alone', async () => {
    const { out, err } = await komainu(['bogus'], { cwd });
    expect(out).toBe('');
    expect(err).toMatch(/使い方に誤りがあります \/ Wrong usage: unknown command 'bogus'/);
  });

  it('names file, line and key of a wrong configuration', async () => {
    const { err } = await komainu(['check', '--config', 'wrong.yaml'], { cwd });
    expect(err).toMatch(/wrong\.yaml:2:3: store\.paht: /);
  });

  it('has help in Japanese with English beside it for every command', async () => {
    for (const command of ['start', 'check', 'scan', 'eval', 'cases list', 'cases show', 'user add', 'dict check']) {
      const { out } = await komainu([...command.split(' '), '--help'], { cwd });
      expect(out).toMatch(/使い方 Usage: komainu/);
      expect(out).toMatch(/[ぁ-んァ-ヶ一-龠].* \/ [a-z]/s);
    }
  });
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
