import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean, cleanJson } from '../../../src/store/engine/clean.ts';

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('\0', '\uD83D', '\uDE00', 'あ'), fc.string({ maxLength: 2 })),
});

it('cleaned text is as long, has no NUL and survives UTF-8', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cleaned = clean(text);
      expect(cleaned).toHaveLength(text.length);
      expect(cleaned).not.toContain('\0');
      expect(Buffer.from(cleaned, 'utf8').toString('utf8')).toBe(cleaned);
      expect(clean(cleaned)).toBe(cleaned);
    }),
  );
});

it('text that PostgreSQL can store is left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(clean(text)).toBe(text.replaceAll('\0', '\uFFFD'));
    }),
  );
});

it('a value without such text is left as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(cleanJson(value))).toBe(JSON.stringify(value));
    }),
  );
});
