import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/index.ts';

/** Japanese, disguises and hostile characters in quick succession. */
const letters = fc.constantFrom(
  ...'しねシネ死ぬ殺すころスバカあぁえぇおぉいぃうぅっッーゾ氏市タヒ國草',
  ...'○〇●＊*×・.。、…!！?？～〜~=-_/ 　\n\t「」()',
  ...'wｗaAＡkobshine0４4５6ﾊﾞｶﾞｰ゛゜ｧ㈱①…‥',
  '\u3099',
  '\u200b',
  '\ufe0f',
  '\0',
  '\ud800',
  '\udc00',
  '😡',
  '👨‍👩‍👧',
  'e\u0301',
  '각',
  '\u1100',
  '\u1161',
  '\u11a8',
  'İ',
  'ﬃ',
);
const text = fc.oneof(
  fc.array(letters, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);

it('keeps the index map in order, inside the text, and one entry per unit', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(text, (written) => {
      const { text: folded, start, end } = fold(written);
      expect(start.length).toBe(folded.length);
      expect(end.length).toBe(folded.length);
      for (let i = 0; i < folded.length; i++) {
        expect(start[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : start[i - 1]!);
        expect(end[i]).toBeGreaterThan(start[i]!);
        expect(end[i]).toBeGreaterThanOrEqual(i === 0 ? 1 : end[i - 1]!);
        expect(end[i]).toBeLessThanOrEqual(written.length);
      }
    }),
    { numRuns: 3000 },
  );
});

it('changes nothing that is folded already', () => {
  fc.assert(
    fc.property(text, (written) => {
      const once = fold(written);
      expect(fold(once.text).text).toBe(once.text);
    }),
    { numRuns: 3000 },
  );
});
