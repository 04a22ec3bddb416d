import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenize } from '../../src/text/index.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});
const surfaces = (text: string): string[] => tokenize(text).map(({ surface }) => surface);

it('is loaded once per process', async () => {
  expect(await loadTokenizer()).toBe(tokenize);
});

it('gives lemma, reading, part of speech and conjugation', () => {
  expect(tokenize('早く行け')[1]).toEqual({
    start: 2,
    end: 4,
    surface: '行け',
    lemma: '行く',
    reading: 'イケ',
    pos: ['動詞', '自立'],
    conjugationType: '五段・カ行促音便',
    conjugation: '命令ｅ',
  });
});

it('takes the surface as lemma of an unknown word', () => {
  expect(tokenize('ホゲラッチョス')).toMatchObject([{ lemma: 'ホゲラッチョス', reading: null, conjugation: null }]);
});

describe('traps of kuromoji', () => {
  it.each<[string, string, string[]]>([
    ['words around a picture are kept', '死ね😡早く', ['死ね', '😡', '早く']],
    ['NUL does not throw', '早く\0早く', ['早く', '\0', '早く']],
    ['a lone surrogate does not throw', '早く\ud800', ['早く', '\ud800']],
    ['a blank is a token of its own', '早く 早く', ['早く', ' ', '早く']],
    ['a kanji outside the basic plane is one token', '𠮷田', ['𠮷', '田']],
    ['a long run of one class is one token', `${'ア'.repeat(65)}だ`, ['ア'.repeat(65), 'だ']],
    ['nothing gives nothing', '', []],
  ])('%s', (_, text, expected) => expect(surfaces(text)).toEqual(expected));

  it('the tag of a word does not hang on the blank before it', () => {
    const [, , spaced] = tokenize('昨日 より');
    expect(spaced).toMatchObject({ surface: 'より', pos: tokenize('より')[0]!.pos });
  });

  it('a letter in hiragana alone is still read', () => {
    expect(surfaces('おまえのいえにいくからくびをあらってまっていろ'.repeat(4))).toContain('いえ');
  });
});
