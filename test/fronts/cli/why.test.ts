import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../../../src/util/paths.ts';
import { komainu, linesOf, mail, type Workspace, workspace } from './support.ts';

const angry = mail({ subject: '至急', body: '担当者へ。\n今すぐ土下座しろ。\n以上です。', id: 'angry@example.jp' });
const calm = mail({ subject: '請求書の件', body: '請求書をお送りください。', id: 'calm@example.jp' });

describe('komainu why', { timeout: 60_000 }, () => {
  let place: Workspace;
  beforeAll(async () => {
    place = await workspace({ 'angry.eml': angry, 'calm.eml': calm, 'empty.eml': '', '7': angry });
  });
  afterAll(() => place[Symbol.asyncDispose]());
  const why = (...argv: string[]) => komainu(['why', ...argv], { cwd: place.path });

  it('tells the band, what decided it and what the entry asked for, and no total of one mail', async () => {
    const { code, out } = await why('angry.eml');
    expect(code).toBe(0);
    expect(out).toMatch(/^至急 {2}angry\.eml\n/);
    expect(out).toContain('強  至急      「土下座しろ」 見つけたら至急  ← 決め手\n');
    expect(out).not.toContain('1通');
  });

  it('says the same in English, of a mail on standard input', async () => {
    const { out } = await komainu(['why', '-', '--lang', 'en'], { cwd: place.path, stdin: angry });
    expect(out).toContain('strong  urgent    “土下座しろ” asks for urgent  ← decides\n');
    expect(out).not.toMatch(/強|見つけたら/);
  });

  it('says of an ordinary mail that nothing in it is strong', async () => {
    expect((await why('calm.eml')).out).toMatch(/^通常 /);
  });

  it('is what `scan --explain` prints', async () => {
    const { out } = await komainu(['scan', '--explain', 'angry.eml'], { cwd: place.path });
    expect(out).toBe((await why('angry.eml')).out);
    const json = await komainu(['scan', '--explain', '--json', 'angry.eml'], { cwd: place.path });
    expect(json.out).toBe((await why('--json', 'angry.eml')).out);
  });

  it('takes a file for a file although its name is a number', async () => {
    expect((await why('7')).out).toMatch(/^至急 {2}7\n/);
  });

  it('takes words as well as a file: judged as a mail that has nothing else', async () => {
    const { code, out } = await why('今すぐ土下座しろ。');
    expect(code).toBe(0);
    expect(out).toMatch(/^至急 {2}書かれた文\n/);
    expect(out).toContain('「土下座しろ」');
    expect(out).not.toMatch(/差出人|件名/);
    expect((await why('請求書をお送りください。', '--lang', 'en')).out).toMatch(/^ordinary {2}the words given\n/);
    expect(JSON.parse((await why('--json', '今すぐ土下座しろ。')).out)).toMatchObject({
      source: 'words',
      band: 'urgent',
    });
  });

  it.each([
    ['a folder before it', 'mails/angry'],
    ['the ending of a mail', 'missing.eml'],
    ['the ending of a text', '苦情.TXT'],
  ])('takes for a path, not for words, what has %s', async (_, path) => {
    expect(await why(path)).toMatchObject({
      code: 2,
      out: '',
      err: `失敗しました: ${path} というファイルはありません\n`,
    });
    expect((await why(path, '--lang', 'en')).err).toBe(`Failed: No such file: ${path}\n`);
  });

  it.each([
    ['none', ''],
    ['blanks', ' 　\n'],
  ])('refuses empty words: %s', async (_, words) => {
    expect(await why(words)).toMatchObject({ code: 2, out: '', err: '失敗しました: 文が空です\n' });
  });

  it('ends with 1 for a mail that cannot be read, with 2 for what does not exist', async () => {
    expect(await why('empty.eml')).toMatchObject({ code: 1, out: expect.stringContaining('判定不能') });
    expect(await why('missing.eml')).toMatchObject({ code: 2, out: '' });
  });
});

describe('komainu why, with what ships', { timeout: 120_000 }, () => {
  const mails = readdirSync(shipped('src/sample/mails')).filter((name) => name.endsWith('.eml'));

  it('adds up on each sample mail: the strongest first, the last row its band, no word of the machinery', async () => {
    await using place = await workspace({ 'komainu.yaml': 'store: { path: data }\n' });
    const files = mails.map((name) => shipped(`src/sample/mails/${name}`));
    const scanned = await komainu(['scan', '--explain', '--json', ...files], { cwd: place.path });
    const records = linesOf(scanned.out).map((line) => JSON.parse(line));
    expect(records).toHaveLength(mails.length);
    const ranks = ['weak', 'medium', 'strong'];
    for (const { source, band, odds, steps } of records) {
      const parts = [odds.base, ...steps.map((step: { odds: number }) => step.odds)];
      expect(
        parts.reduce((all, part) => all + part, 0),
        source,
      ).toBeCloseTo(odds.sum, 6);
      const strengths = steps.map(({ strength }: { strength: string | null }) => ranks.indexOf(strength ?? ''));
      expect(strengths[0] ?? -1, source).toBe(Math.max(-1, ...strengths));
      expect(steps.at(-1)?.reached ?? 'ordinary', source).toBe(band);
      expect(steps.filter(({ decides }: { decides: boolean }) => decides).length, source).toBeLessThanOrEqual(1);
    }
    const { out } = await komainu(['scan', '--explain', '--reveal', ...files], { cwd: place.path });
    expect(out).not.toMatch(/点数|しきい値|オッズ|見込み|重み|判定器|確率/);
  });
});
