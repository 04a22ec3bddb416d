import { buildAutomaton } from '../../src/detect/automaton.ts';
import { patternOf } from '../../src/detect/dictionary/pattern.ts';
import type { Shape } from '../../src/detect/dictionary/shape.ts';
import type { Candidate, Dictionary, Entry } from '../../src/detect/index.ts';
import { entryId } from '../support/ids.ts';

/**
 * A dictionary of `times` as many entries, all that are given among them. The copies look for other words of the same
 * script, length and structure, which a text holds by chance only.
 */
export function enlarge(dictionary: Dictionary, times: number): Dictionary {
  const rules = new Map(dictionary.rules);
  const candidates = [...dictionary.candidates];
  for (const rule of dictionary.rules.values()) {
    if (rule.kind !== 'entry') continue;
    for (let copy = 1; copy < times; copy++) {
      const entry = copyOf(rule, copy);
      rules.set(entry.id, entry);
      candidates.push(
        ...entry.patterns.map((pattern) => ({
          kind: 'phrase' as const,
          noun: null,
          rule: entry,
          pattern,
          literals: pattern.literals,
        })),
      );
    }
  }
  return { ...dictionary, rules, candidates, automaton: buildAutomaton(candidates.flatMap(literalsOf)) };
}

const literalsOf = (candidate: Candidate): (readonly [string, Candidate])[] =>
  candidate.literals.rarest.map((literal) => [literal, candidate]);

const copyOf = (entry: Entry, copy: number): Entry => ({
  ...entry,
  id: entryId(`${entry.id}-${copy}`),
  patterns: entry.patterns.map(({ shape }) => patternOf(shiftedShape(shape, copy))),
});

function shiftedShape(shape: Shape, by: number): Shape {
  switch (shape.kind) {
    case 'text':
    case 'written':
      return { ...shape, text: shifted(shape.text, by) };
    case 'all':
      return { ...shape, parts: shape.parts.map((part) => shiftedShape(part, by)) };
    case 'any':
      return { ...shape, options: shape.options.map((option) => shiftedShape(option, by)) };
    case 'ahead':
      return { ...shape, shape: shiftedShape(shape.shape, by) };
    case 'gap':
    case 'edge':
      return shape;
  }
}

/** Puts for each letter, kana and kanji one further on in its script. */
const shifted = (text: string, by: number): string =>
  text.replace(/[a-z]|[ぁ-ヿ一-鿿]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return unit <= 'z' ? String.fromCharCode(97 + ((code - 97 + by) % 26)) : String.fromCharCode(code + by);
  });
