import { describe, expect, it } from 'vitest';
import { checkDictionary, compileDictionary, DictionaryError } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { actFile, detectorFor, dictionaryFiles } from '../support/dictionary.ts';

const tokenize = await loadTokenizer();

function complaint(files: Readonly<Record<string, string>>): string {
  try {
    compileDictionary(dictionaryFiles(files), tokenize);
  } catch (error) {
    expect(error).toBeInstanceOf(DictionaryError);
    return (error as DictionaryError).message;
  }
  throw new Error('nothing was wrong');
}

const expressions = (...lines: string[]) =>
  actFile('other', `expressions:\n${lines.map((line) => `  - ${line}`).join('\n')}`);

describe('a broken dictionary is refused as a whole, with file, line and column', () => {
  it.each([
    ['YAML that cannot be read', 'act: [other', /^other\.yaml:1:\d+: /],
    [
      'an unknown key',
      expressions('{ id: a.b, say: [x], weight: 1, match: [x], wait: 2 }'),
      /^other\.yaml:5:\d+: expressions\.0\.wait: unknown key/,
    ],
    [
      'a weight out of range',
      expressions('{ id: a.b, say: [x], weight: 6, match: [x] }'),
      /^other\.yaml:5:\d+: expressions\.0\.weight: /,
    ],
    [
      'an id that is no id',
      expressions('{ id: 謝罪, say: [x], weight: 1, match: [x] }'),
      /expressions\.0\.id: write an id like/,
    ],
    ['an entry without example', expressions('{ id: a.b, say: [x], weight: 1 }'), /expressions\.0\.match/],
    [
      'a phrase that cannot be read',
      expressions("{ id: a.b, say: ['土下座(しろ'], weight: 1, match: [x] }"),
      /^other\.yaml:5:\d+: expressions\.0\.say\.0: \( is never closed/,
    ],
    [
      'a ? that could be meant in two ways',
      expressions("{ id: a.b, say: ['有難みを?忘れる'], weight: 1, match: [x] }"),
      /^other\.yaml:5:\d+: expressions\.0\.say\.0: \? behind plain words/,
    ],
    ['an unknown word list', expressions("{ id: a.b, say: ['{誰か}'], weight: 1, match: [x] }"), /words\.yaml/],
    [
      'an act that is none',
      'act: shouting\nlabel: { ja: a, en: b }\nguideline: { ja: a, en: b }',
      /^other\.yaml:1:\d+: act: /,
    ],
  ])('%s', (_, text, message) => {
    expect(complaint({ 'other.yaml': text })).toMatch(message);
  });

  it('an id that is there already', () => {
    const line = '{ id: a.b, say: [馬鹿], weight: 1, match: [馬鹿] }';
    expect(complaint({ 'other.yaml': expressions(line, line) })).toMatch(/^other\.yaml:6:\d+: .*a\.b is there already/);
  });

  it('tells all mistakes at once', () => {
    const lines = expressions(
      "{ id: a.b, say: ['('], weight: 1, match: [x] }",
      "{ id: a.c, say: [')'], weight: 1, match: [x] }",
    );
    expect(complaint({ 'other.yaml': lines }).split('\n')).toHaveLength(2);
  });
});

describe('the examples of an entry', () => {
  it('are run: one that does not match, and one that must not, are told with their place', async () => {
    const { dictionary } = await detectorFor({
      'other.yaml': expressions(
        '{ id: a.b, say: [馬鹿], weight: 3, match: [馬鹿だ, 阿呆だ], not: [良い人だ, 馬鹿者ではなく馬鹿だ] }',
      ),
    });
    const { entries, examples, problems } = checkDictionary(dictionary, tokenize);
    expect({ entries, examples }).toEqual({ entries: 1, examples: 4 });
    expect(problems).toMatchObject([
      { file: 'other.yaml', line: 5, path: 'expressions.0.match.1' },
      { file: 'other.yaml', line: 5, path: 'expressions.0.not.1' },
    ]);
  });
});

describe('the version', () => {
  it('follows the contents, not the order of the files', () => {
    const files = dictionaryFiles({});
    const version = compileDictionary(files, tokenize).version;
    expect(compileDictionary([...files].reverse(), tokenize).version).toBe(version);
    const changed = files.map((file) => (file.path === 'other.yaml' ? { ...file, text: `${file.text}# x\n` } : file));
    expect(compileDictionary(changed, tokenize).version).not.toBe(version);
  });
});
