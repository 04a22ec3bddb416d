import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhrase } from '../../src/detect/dictionary/parse-phrase.ts';
import { PhraseError } from '../../src/detect/dictionary/phrase.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('a phrase', () => {
  it.each([
    ['plain words', '土下座しろ', [text('土下座しろ')]],
    [
      'a choice',
      '土下座(しろ|せよ)',
      [text('土下座'), { kind: 'choice', options: [[text('しろ')], [text('せよ')]], optional: false }],
    ],
    [
      'an optional part',
      '今(すぐ)?来い',
      [text('今'), { kind: 'choice', options: [[text('すぐ')]], optional: true }, text('来い')],
    ],
    [
      'an empty option',
      '今(すぐ|)来い',
      [text('今'), { kind: 'choice', options: [[text('すぐ')]], optional: true }, text('来い')],
    ],
    ['a word list', '{お前}は馬鹿', [{ kind: 'word', name: 'お前' }, text('は馬鹿')]],
    ['a gap', '誠意…見せろ', [text('誠意'), { kind: 'gap' }, text('見せろ')]],
    ['a gap in dots', '誠意...見せろ', [text('誠意'), { kind: 'gap' }, text('見せろ')]],
    ['a joint', '土下座・写真', [text('土下座'), { kind: 'joint' }, text('写真')]],
    ['a dot that stands for itself', '月\\・水', [text('月・水')]],
    [
      'an optional word list',
      '{お前}?馬鹿',
      [{ kind: 'choice', options: [[{ kind: 'word', name: 'お前' }]], optional: true }, text('馬鹿')],
    ],
    ['a question mark at the end', '理由？', [text('理由?')]],
    ['a sign that stands for itself', '何\\?\\(笑', [text('何?(笑')]],
    [
      'what must not follow',
      '死ね(!ば|る)',
      [text('死ね'), { kind: 'ahead', options: [[text('ば')], [text('る')]], wanted: false }],
    ],
    ['what must follow', '殺す(>気)', [text('殺す'), { kind: 'ahead', options: [[text('気')]], wanted: true }]],
    [
      'a mark alone in its option',
      '帰れ(！|。)',
      [text('帰れ'), { kind: 'choice', options: [[text('!')], [text('。')]], optional: false }],
    ],
    [
      'full-width brackets',
      '土下座（しろ｜せよ）',
      [text('土下座'), { kind: 'choice', options: [[text('しろ')], [text('せよ')]], optional: false }],
    ],
  ])('is read with %s', (_, source, nodes) => {
    expect(parsePhrase(source)).toEqual(nodes);
  });

  it.each([
    ['a bracket that is never closed', '土下座(しろ', 3],
    ['a bracket that was never opened', '土下座)しろ', 3],
    ['nothing in brackets', '土下座()', 3],
    ['a brace that is never closed', '{お前', 0],
    ['a brace that was never opened', 'お前}', 2],
    ['only a gap', '…', 0],
    ['a ? that could be meant in two ways', '有難みを?忘れる', 4],
    ['a ? behind a letter', 'reviews?', 7],
    ['nothing', '', 0],
    ['too many characters', 'あ'.repeat(301), 300],
  ])('is refused with %s, and the place is named', (_, source, offset) => {
    const attempt = () => parsePhrase(source);
    expect(attempt).toThrow(PhraseError);
    expect(attempt).toThrow(expect.objectContaining({ offset }));
  });

  it('never fails in another way, whatever is written', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'土下座(){}|…?？（）あa '), maxLength: 30 });
    fc.assert(
      fc.property(noise, (source) => {
        try {
          parsePhrase(source);
        } catch (error) {
          expect(error).toBeInstanceOf(PhraseError);
        }
      }),
    );
  });
});
