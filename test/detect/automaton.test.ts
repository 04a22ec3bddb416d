import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton } from '../../src/detect/automaton.ts';

it('finds exactly the literals that a plain search finds', () => {
  const piece = fc.string({ unit: fc.constantFrom(...'あいう'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(piece, { maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'あいうえ'), maxLength: 40 }),
      (literals, text) => {
        const found: string[] = [];
        buildAutomaton(literals.map((literal) => [literal, literal] as const)).scan(text, (literal) =>
          found.push(literal),
        );
        expect(found.sort()).toEqual(literals.filter((literal) => text.includes(literal)).sort());
      },
    ),
    { numRuns: 2000 },
  );
});
