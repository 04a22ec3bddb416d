import { buildAutomaton } from '../../src/detect/automaton.ts';
import type { Candidate, Dictionary, Entry } from '../../src/detect/index.ts';

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
      candidates.push(...entry.patterns.map((pattern) => ({ rule: entry, pattern })));
    }
  }
  return { ...dictionary, rules, candidates, automaton: buildAutomaton(candidates.flatMap(literalsOf)) };
}

const literalsOf = (candidate: Candidate): (readonly [string, Candidate])[] =>
  candidate.pattern.literals.map((literal) => [literal, candidate]);

const copyOf = (entry: Entry, copy: number): Entry => ({
  ...entry,
  id: `${entry.id}-${copy}`,
  patterns: entry.patterns.map(({ anywhere, here, atEnd, literals }) => ({
    anywhere: new RegExp(shifted(anywhere.source, copy), anywhere.flags),
    here: new RegExp(shifted(here.source, copy), here.flags),
    atEnd: new RegExp(shifted(atEnd.source, copy), atEnd.flags),
    literals: literals.map((literal) => shifted(literal, copy)),
  })),
});

/** Puts for each letter, kana and kanji one further on in its script; what is syntax of an expression stays. */
const shifted = (text: string, by: number): string =>
  text.replace(/\\.|[a-z]|[ぁ-ヿ一-鿿]/g, (unit) => {
    if (unit.startsWith('\\')) return unit;
    const code = unit.charCodeAt(0);
    return unit <= 'z' ? String.fromCharCode(97 + ((code - 97 + by) % 26)) : String.fromCharCode(code + by);
  });
