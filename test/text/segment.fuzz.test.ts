import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headAndTail, segment, sentences } from '../../src/text/index.ts';

const line = fc.oneof(
  fc.constantFrom(
    '> 引用',
    '＞引用',
    '>> 深い引用',
    '| 棒',
    'ST> 頭文字',
    '-----Original Message-----',
    '---------- 転送メッセージ ----------',
    '差出人: 佐藤 <sato@example.co.jp>',
    '送信日時: 2025年8月1日',
    '件名: 見積り',
    '2025年1月8日(水) 9:12 佐藤 <sato@example.co.jp>:',
    'On Fri, Sato wrote:',
    '-- ',
    '==========',
    '株式会社みほん',
    'TEL 00-0000-0000',
    '※本メールの無断転載を禁じます。',
    'iPhoneから送信',
    '返金してください。「遅い。」と言われました！',
    '死\u200bね 😡',
    '・項目',
    '　字下げ',
    '',
    '\ud800',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const mail = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 40 })
  .map((lines) => lines.flat().join(''));

it('covers the text exactly, whole lines in order, neighbours of different kinds', () => {
  fc.assert(
    fc.property(mail, (text) => {
      const segments = segment(text);
      expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      segments.forEach(({ start, end, kind }, i) => {
        expect(end).toBeGreaterThan(start);
        expect(start).toBe(i === 0 ? 0 : segments[i - 1]!.end);
        expect(kind).not.toBe(segments[i - 1]?.kind);
      });
    }),
    { numRuns: 1000 },
  );
});

it('takes sentences from own words only, in order and of bounded length', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(mail, (text) => {
      const own = segment(text).filter(({ kind }) => kind === 'own');
      let last = 0;
      sentences(text, segment(text)).forEach(({ text: folded, start, end, index }, i) => {
        expect(index).toBe(i);
        expect(folded.length).toBeGreaterThan(0);
        expect(folded.length).toBeLessThanOrEqual(300);
        expect([start.length, end.length]).toEqual([folded.length, folded.length]);
        for (let unit = 0; unit < folded.length; unit++) {
          expect(start[unit]).toBeGreaterThanOrEqual(unit === 0 ? last : start[unit - 1]!);
          expect(end[unit]).toBeGreaterThan(start[unit]!);
        }
        expect(own.some((segment) => segment.start <= start[0]! && end.at(-1)! <= segment.end)).toBe(true);
        last = start[0]!;
      });
    }),
    { numRuns: 1000 },
  );
});

it('gives head and tail within the limit and never parts a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const parts = headAndTail(text, limit).map(({ start, end }) => text.slice(start, end));
      expect(parts.join('').length).toBeLessThanOrEqual(Math.max(limit, 0));
      for (const part of parts) expect(part).not.toMatch(/\p{Cs}/u);
    }),
  );
});
