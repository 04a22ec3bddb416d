import { describe, expect, it } from 'vitest';
import { komainu, workspace } from './support.ts';

const act = (entry: string) => `act: apology-demand
label: { ja: 謝罪, en: apology }
guideline: { ja: 指針, en: guideline }
expressions:
${entry}`;

it('komainu dict list tells each entry as a sentence', async () => {
  await using place = await workspace();
  const { code, out } = await komainu(['dict', 'list'], { cwd: place.path });
  expect(code).toBe(0);
  expect(out).toContain('と書いてある。');
});

describe('komainu dict check', { timeout: 60_000 }, () => {
  it('counts entries and examples when all is well', async () => {
    await using place = await workspace();
    expect(await komainu(['dict', 'check'], { cwd: place.path })).toMatchObject({
      code: 0,
      out: '✓ 1項目、例文2件、既知の漏れ0件\n',
    });
  });

  it('names file, line and column of an example that does not match', async () => {
    const entry =
      '  - id: apology.x\n    say: [土下座しろ]\n    weight: 5\n    match: [謝ってください]\n    not: [こんにちは]\n';
    await using place = await workspace({
      'other/apology-demand.yaml': act(entry),
      'words/apology-demand.yaml': act(entry),
    });
    const { code, err } = await komainu(['dict', 'check', 'words'], { cwd: place.path });
    expect(code).toBe(1);
    expect(err).toMatch(/^apology-demand\.yaml:8:13: .*apology\.x が自分の例に当たりません：謝ってください/);
  });

  it('names file, line and column of a broken dictionary', async () => {
    await using place = await workspace({
      'words/sexual.yaml': 'act: sexual\nlabel: { ja: 性的, en: sexual }\nwieght: 3\n',
    });
    const { code, out, err } = await komainu(['dict', 'check'], { cwd: place.path });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^sexual\.yaml:3:1: wieght: wieght という欄はありません$/m);
    const english = await komainu(['--lang', 'en', 'dict', 'check'], { cwd: place.path });
    expect(english.err).toMatch(/^sexual\.yaml:3:1: wieght: unknown key wieght$/m);
  });
});
