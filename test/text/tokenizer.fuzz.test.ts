import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadTokenizer, type Tokenize } from '../../src/text/index.ts';
import { MAX_PIECE_UNITS, pieces } from '../../src/text/pieces.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

const run = fc
  .tuple(
    fc.constantFrom(...'アあ死aA1ー。、 \n-!', '😡', '\0', '\ud800', '\udc00', '𠮷', 'が\u3099', '\u200d'),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([letter, times]) => letter.repeat(times));
const text = fc.oneof(
  fc
    .array(fc.oneof(run, fc.constantFrom('死ね', '早くしろ', 'タヒね', '株式会社', 'すもももももも')), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

it('gives surfaces that, joined, are the text, whatever the text', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(text, (written) => {
      const tokens = tokenize(written);
      expect(tokens.map(({ surface }) => surface).join('')).toBe(written);
      let at = 0;
      for (const { start, end, surface } of tokens) {
        expect([start, end]).toEqual([at, at + surface.length]);
        expect(surface).not.toBe('');
        at = end;
      }
    }),
    { numRuns: 300 },
  );
});

it('shows kuromoji pieces of bounded size only, and about as many as the text is long', () => {
  fc.assert(
    fc.property(text, (written) => {
      const found = pieces(written);
      const shown = found.filter(({ known }) => known);
      expect(found.map((piece) => piece.text).join('')).toBe(written);
      for (const piece of shown) expect(piece.text.length).toBeLessThanOrEqual(MAX_PIECE_UNITS);
      const alone = found.length - shown.length;
      // two neighbouring pieces fill one, unless something unshown stands between them
      expect(shown.length).toBeLessThanOrEqual(2 * Math.ceil(written.length / MAX_PIECE_UNITS) + alone + 1);
      expect(alone).toBeLessThanOrEqual(written.length);
    }),
    { numRuns: 1000 },
  );
});
