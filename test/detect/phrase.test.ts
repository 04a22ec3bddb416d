import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseError, parsePhrase } from '../../src/detect/dictionary/phrase.ts';

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
    ['a gap, written in three ways', '誠意…見せろ', [text('誠意'), { kind: 'gap' }, text('見せろ')]],
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
