import { describe, expect, it } from 'vitest';
import { loadTokenizer } from '../../../src/text/index.ts';
import { anonymised } from '../../../src/tuning/editing/anonymise.ts';

const tokenize = await loadTokenizer();

describe('an example made of a mail', () => {
  it.each([
    ['a name', '山田太郎です。無能', /山田|太郎/],
    ['a name that somebody is called by', '狛井さんは無能', /狛井/],
    ['a company', '株式会社みほん商事の無能', /みほん/],
    ['a company with its name before', 'みほん工業株式会社の無能', /みほん/],
    ['an address', 'taro@mail.example.com へ無能', /taro|mail\.example/],
    ['a link', 'https://shop.example.com/taro を見ろ無能', /shop|taro/],
    ['a telephone number', '03-1234-5678 に電話しろ無能', /[1-9]/],
    ['a number in full width', '注文番号１２３４５の無能', /[１-９]/],
    ['a place', '札幌の店員は無能', /札幌/],
  ])('has no %s', (_what, sentence, tells) => {
    const start = sentence.indexOf('無能');
    const shown = anonymised(sentence, { start, end: start + 2 }, tokenize);
    expect(shown).toContain('無能');
    expect(shown).not.toMatch(tells);
  });

  it.each(['担当者さん、無能ですね', 'お客様は無能とは言わない', '店長さんの無能'])('keeps roles: %s', (sentence) => {
    const start = sentence.indexOf('無能');
    expect(anonymised(sentence, { start, end: start + 2 }, tokenize)).toBe(sentence);
  });

  it('keeps the words it is about, whatever they are', () => {
    const sentence = '札幌へ来い';
    expect(anonymised(sentence, { start: 0, end: 5 }, tokenize)).toBe(sentence);
  });
});
