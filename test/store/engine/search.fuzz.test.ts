import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded, gramsOf, wordGrams } from '../../../src/store/engine/search.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });

it('the index holds every word that a text holds, whatever the language', () => {
  fc.assert(
    fc.property(text, text, text, (before, word, after) => {
      const whole = folded(before + word + after);
      const start = whole.length / 3;
      const part = [...whole].slice(start | 0, (start * 2) | 0).join('');
      const grams = gramsOf(whole);
      for (const gram of wordGrams(part)) expect(grams).toContain(gram);
    }),
  );
});
