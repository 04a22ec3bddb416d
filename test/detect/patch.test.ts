import { describe, expect, it } from 'vitest';
import { compileDictionary, compileRule, findHits, meantHits, toLines, withRule } from '../../src/detect/index.ts';
import { readDictionaryFiles } from '../../src/screening/dictionary-folder.ts';
import { loadTokenizer, sentences } from '../../src/text/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';

const tokenize = await loadTokenizer();
const linesOf = (text: string) =>
  toLines(
    sentences(text, [{ kind: 'own', start: 0, end: text.length }]).map((sentence, index) => ({
      part: 'body',
      sentence: { ...sentence, index },
    })),
    tokenize,
  );
const TEXT = '土下座しろ。お前は無能だ。謝れ。土下座像の写真。';
const act = (entries: string) => actFile('apology-demand', `expressions:\n${entries}`);
const ONE = '  - { id: apology.one, say: [謝れ], weight: 3, match: [謝れ] }';
const TWO = '  - { id: apology.two, say: [土下座], weight: 3, match: [土下座] }';
const found = (dictionary: Parameters<typeof findHits>[0]) =>
  findHits(dictionary, linesOf(TEXT)).map(({ rule, start }) => `${rule.id} ${start}`);

describe('a dictionary with one rule changed', () => {
  it.each([
    ['added', [ONE], [ONE, TWO], 'apology.two'],
    ['changed', [ONE, TWO], [ONE, TWO.replace('土下座]', '土下座しろ]')], 'apology.two'],
    ['taken out', [ONE, TWO], [ONE], 'apology.two'],
  ])('finds what one does that was compiled as a whole, when it was %s', (_what, before, after, id) => {
    const files = (entries: readonly string[]) => dictionaryFiles({ 'apology-demand.yaml': act(entries.join('\n')) });
    const old = compileDictionary(files(before), tokenize);
    const whole = compileDictionary(files(after), tokenize);
    const file = files(after).find(({ path }) => path === 'apology-demand.yaml')!;
    const compiled = compileRule(file, id, old, tokenize);
    const patched = withRule(old, id, compiled.ok ? compiled.rule : null);
    expect(found(patched)).toEqual(found(whole));
    expect(found(patched)).not.toEqual(found(old));
    expect([...patched.rules.keys()].sort()).toEqual([...whole.rules.keys()].sort());
  });

  it('is compiled to the same rule as in the whole folder, for entries that ship', { timeout: 120_000 }, async () => {
    const files = await readDictionaryFiles(shipped('dictionaries'));
    const whole = compileDictionary(files, tokenize);
    for (const file of files.filter(({ path }) => !path.includes('/') && path !== 'scoring.yaml'))
      for (const [, id] of [...file.text.matchAll(/^ {2}- id: (\S+)/gm)].slice(0, 2)) {
        const compiled = compileRule(file, id!, whole, tokenize);
        if (!compiled.ok) throw new Error(`${id}: ${JSON.stringify(compiled.problems)}`);
        const rule = whole.rules.get(id!)!;
        expect(JSON.stringify(compiled.rule)).toBe(JSON.stringify(rule));
      }
  });

  it('tells all that is wrong with the file, with its places', () => {
    const text = act('  - { id: apology.one, say: ["(謝れ"], weight: 9, match: [謝れ], what: 1 }');
    const compiled = compileRule({ path: 'apology-demand.yaml', text }, 'apology.one', { words: new Map() }, tokenize);
    expect(compiled.ok).toBe(false);
    if (!compiled.ok) expect(compiled.problems.map(({ line }) => line)).toEqual([5, 5]);
  });
});

describe('an overlay', () => {
  const base = dictionaryFiles({ 'apology-demand.yaml': act(`${ONE}\n${TWO}`) });
  const overlaid = (text: string, path = 'overlay/apology-demand.yaml') =>
    compileDictionary([...base, { path, text }], tokenize);

  it('replaces an entry by its id, and adds others', () => {
    const dictionary = overlaid(
      'act: apology-demand\nexpressions:\n  - { id: apology.one, say: [無能], weight: 2, match: [無能] }\n  - { id: apology.three, say: [写真], weight: 1, match: [写真] }\n',
    );
    expect([...new Set(meantHits(dictionary, linesOf(TEXT)).map(({ rule }) => rule.id))].sort()).toEqual([
      'apology.one',
      'apology.three',
      'apology.two',
    ]);
    expect(meantHits(dictionary, linesOf('謝れ'))).toEqual([]);
  });

  it('makes another version', () => {
    expect(overlaid('act: apology-demand\n').version).not.toBe(compileDictionary(base, tokenize).version);
  });

  it.each([
    ['an entry twice', `act: apology-demand\nexpressions:\n${ONE}\n${ONE}\n`, 'there already'],
    [
      'a broken phrase',
      `act: apology-demand\nexpressions:\n${ONE.replace('[謝れ],', "['(謝'],")}\n`,
      'overlay/apology-demand.yaml:3',
    ],
    ['a label of the act', `act: apology-demand\nlabel: { ja: x, en: y }\n`, 'unknown key label'],
  ])('with %s is refused, with its place', (_what, text, complaint) => {
    expect(() => overlaid(text)).toThrow(complaint);
  });

  it('holds exceptions', () => {
    const contexts =
      'contexts:\n  - { id: exception.one, label: { ja: 研修, en: training }, where: sentence, say: [研修], factor: 0, acts: [apology-demand], match: [研修で土下座] }\n';
    const dictionary = overlaid(contexts, 'overlay/grammar/contexts.yaml');
    expect(meantHits(dictionary, linesOf('研修で土下座を扱う。'))).toEqual([]);
    expect(meantHits(dictionary, linesOf('土下座しろ。'))).toHaveLength(1);
  });
});
