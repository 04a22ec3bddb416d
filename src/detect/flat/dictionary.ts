import { deserialize, serialize } from 'node:v8';
import { automatonOver, type FlatAutomaton, flattenAutomaton } from '../automaton.ts';
import { arrange, literalsIn } from '../dictionary/assemble.ts';
import type { ClauseRule, ClauseWord } from '../dictionary/index.ts';
import type { Literals } from '../dictionary/literals.ts';
import type { Pattern } from '../dictionary/pattern.ts';
import { type Search, searchFor } from '../dictionary/search.ts';
import { anyOf } from '../dictionary/shape.ts';
import type { ContextRule, Dictionary, Entry, Examples } from '../dictionary/types.ts';
import { type FlatLiterals, flattenLiterals, literalsAt } from './literals.ts';
import { createShapeReader, createShapeWriter, type FlatShapes } from './shapes.ts';

/** A compiled dictionary in flat arrays, which threads share and a file keeps. */
export type FlatDictionary = FlatShapes &
  FlatLiterals &
  FlatAutomaton & {
    readonly rules: Uint8Array; // `FlatRules`, serialized
    readonly examples: Uint8Array; // by rule, serialized: only pages of single entries and `dict check` ask for them
    readonly shapeOf: Int32Array; // by pattern
  };

/** What is small: all but patterns, literals and examples. Patterns are counted in the order of the rules. */
interface FlatRules extends Pick<Dictionary, 'version' | 'acts' | 'groups' | 'words' | 'scoring'> {
  readonly rules: readonly FlatRule[];
}
type FlatRule =
  | (Omit<Entry, 'patterns' | 'nouns' | 'clause' | 'examples'> & {
      readonly patterns: number;
      readonly nouns: number;
      readonly clause: (Omit<ClauseRule, 'words'> & { readonly words: readonly Omit<ClauseWord, 'literals'>[] }) | null;
    })
  | (Omit<ContextRule, 'patterns' | 'examples'> & { readonly patterns: number });

export function flattenDictionary(dictionary: Dictionary): FlatDictionary {
  const rules = [...dictionary.rules.values()];
  const patterns = rules.flatMap(patternsOf);
  const writer = createShapeWriter();
  const shapeOf = Int32Array.from(patterns, ({ shape }) => writer.add(shape));
  const numbers = new Map(dictionary.candidates.map((candidate, number) => [candidate, number]));
  const { version, acts, groups, words, scoring } = dictionary;
  const plain: FlatRules = { version, acts, groups, words, scoring, rules: rules.map(flatRule) };
  return {
    rules: serialize(plain),
    examples: serialize(rules.map(({ examples }) => examples)),
    shapeOf,
    ...writer.flat(),
    ...flattenLiterals([...patterns, ...rules.flatMap(wordsOf)].map(({ literals }) => literals)),
    ...flattenAutomaton(literalsIn(dictionary.candidates).map(([text, one]) => [text, numbers.get(one)!])),
  };
}

const patternsOf = (rule: Entry | ContextRule): readonly Pattern[] =>
  rule.kind === 'entry' ? [...rule.patterns, ...rule.nouns] : rule.patterns;

const wordsOf = (rule: Entry | ContextRule): readonly ClauseWord[] =>
  rule.kind === 'entry' ? (rule.clause?.words ?? []) : [];

function flatRule(rule: Entry | ContextRule): FlatRule {
  const patterns = rule.patterns.length;
  if (rule.kind === 'context') {
    const { examples: _, ...rest } = rule;
    return { ...rest, patterns };
  }
  const { examples: _, clause, nouns, ...rest } = rule;
  const words = clause?.words.map(({ text, use, steps }) => ({ text, use, steps })) ?? [];
  return { ...rest, patterns, nouns: nouns.length, clause: clause && { ...clause, words } };
}

/** The dictionary as it was; what takes room in a thread is made when a text asks for it. */
export function dictionaryOver(flat: FlatDictionary): Dictionary {
  const { rules: list, ...parts }: FlatRules = deserialize(copyOf(flat.rules));
  const shape = createShapeReader(flat);
  let examples: readonly Examples[] | null = null;
  let pattern = 0;
  let word = flat.shapeOf.length; // literals of words stand behind those of patterns
  const take = (count: number): Pattern[] =>
    Array.from({ length: count }, () => {
      const number = pattern++;
      return new LazyPattern(
        () => shape(flat.shapeOf[number]!),
        () => literalsAt(flat, number),
      );
    });
  const takeWords = (words: readonly Omit<ClauseWord, 'literals'>[]): ClauseWord[] =>
    words.map((one) => {
      const number = word++;
      return new LazyWord(one, () => literalsAt(flat, number));
    });
  const rules = list.map((rule, i): Entry | ContextRule => {
    const patterns = take(rule.patterns);
    const own = {
      get examples() {
        examples ??= deserialize(copyOf(flat.examples)) as readonly Examples[];
        return examples[i]!;
      },
    };
    if (rule.kind === 'context') return withGetter({ ...rule, patterns }, own);
    const { clause, nouns } = rule;
    const taken = { nouns: take(nouns), clause: clause && { ...clause, words: takeWords(clause.words) } };
    return withGetter({ ...rule, patterns, ...taken }, own);
  });
  const arranged = arrange({ ...parts, rules: new Map(rules.map((rule) => [rule.id, rule])) });
  return { ...arranged, automaton: automatonOver(flat, arranged.candidates) };
}

const copyOf = (bytes: Uint8Array): Buffer => Buffer.from(Uint8Array.from(bytes)); // V8 reads no shared memory

/** An object spread would call the getter. */
const withGetter = <T extends object, G extends object>(object: T, getter: G): T & G =>
  Object.defineProperties(object, Object.getOwnPropertyDescriptors(getter)) as T & G;

class LazyPattern implements Pattern {
  readonly #shape: () => Pattern['shape'];
  readonly #literals: () => Literals;
  #search: Search | null = null;
  #known: Literals | null = null;
  constructor(shape: () => Pattern['shape'], literals: () => Literals) {
    this.#shape = shape;
    this.#literals = literals;
  }
  get shape() {
    return this.#shape();
  }
  get literals() {
    this.#known ??= this.#literals();
    return this.#known;
  }
  get ends(): Search {
    this.#search ??= searchFor(anyOf([this.#shape()])); // a choice of one: it knows the first units
    return this.#search;
  }
}

class LazyWord implements ClauseWord {
  readonly text: string;
  readonly use: ClauseWord['use'];
  readonly steps: ClauseWord['steps'];
  readonly #literals: () => Literals;
  #known: Literals | null = null;
  constructor({ text, use, steps }: Omit<ClauseWord, 'literals'>, literals: () => Literals) {
    this.text = text;
    this.use = use;
    this.steps = steps;
    this.#literals = literals;
  }
  get literals() {
    this.#known ??= this.#literals();
    return this.#known;
  }
}
