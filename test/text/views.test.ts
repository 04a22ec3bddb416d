import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, views } from '../../src/text/index.ts';

const viewsOf = (text: string) => views(text, segment(text));
const wordsOf = (text: string) => viewsOf(text).map((one) => one.text);

describe('letters apart', () => {
  it.each([
    ['今日は。\nお|前|を|殺|す', 'お前を殺す'],
    ['【お】【前】【を】【殺】【す】', 'お前を殺す'],
    ['お\n\n前\n\nを\n\n殺\n\nす', 'お前を殺す'],
    ['お1前2を3殺4す', 'お前を殺す'],
    ['お前\nを殺\nしに\n行く', 'お前を殺しに行く'],
  ])('%j is read as %s', (written, read) => expect(wordsOf(written)).toEqual([read]));

  it.each([
    '|月|火|水|木|金|',
    'ア・イ・ウ・エ',
    '03-1234-5678',
    'は、山、川です',
    'お前を殺す',
    '> お|前|を|殺|す\n了解です',
  ])('nothing is read into %j', (text) => expect(wordsOf(text)).toEqual([]));

  it('points at what was written', () => {
    const text = '明日です。\n\nお|前|を|殺|す。';
    const [one] = viewsOf(text);
    expect(text.slice(one!.start[3], one!.end[4])).toBe('殺|す');
  });
});

it('points into the text in order, whatever stands in it', () => {
  const unit = fc.constantFrom(...'お前を殺す|・x1\n 【】.。「」w\u0336\0ｦﾞ\ud800おまえkoros', '\ufffc', '💀');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      for (const { text: words, start, end } of viewsOf(text)) {
        expect([start.length, end.length]).toEqual([words.length, words.length]);
        for (let i = 0; i < words.length; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : start[i - 1]!);
          expect(end[i]).toBeGreaterThan(start[i]!);
          expect(end[i]).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

it.each(['お|', 'お', '【お】', 'お前\n', 'お1', '((((', '|。'])(
  'reads as much of %j as is judged before the test is given up',
  (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    for (const { start } of views(text, [{ start: 0, end: text.length, kind: 'own' }]))
      expect(start[0]).toBeLessThan(text.length);
  },
);
