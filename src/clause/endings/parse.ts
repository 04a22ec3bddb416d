import type { Form, Forms, Inflection } from './forms.ts';
import { INFLECTIONS } from './inflection.ts';
import { ROWS } from './row.ts';

/** A predicate's chain of endings. `names` reads left to right, each with the form it stands in: `base.T pres.Te give.U final.X`. */
export interface Endings {
  readonly names: readonly string[];
  readonly form: Form;
  readonly end: number;
}

/** Letters that an ending begins with; what begins otherwise is found by none. */
const BEGINS = /^[ぁ-ゖァ-ヺー一-鿿ー!?！？ok]/u;
const VOICED: Readonly<Record<string, string>> = { て: 'で', た: 'だ', ち: 'じ', と: 'ど', よ: 'よ' };
const voiced = (spelling: string): string => (VOICED[spelling[0] ?? ''] ?? spelling[0] ?? '') + spelling.slice(1);

/** Forms as numbers, for what is asked about them at every letter. */
const FORMS: Form[] = [];
function numberOf(form: Form): number {
  const known = FORMS.indexOf(form);
  return known >= 0 ? known : FORMS.push(form) - 1;
}

/** What may stand after a stem: an ending, and the forms that it may be with their names in the chain. */
interface Ending {
  readonly text: string;
  readonly forms: readonly { readonly form: number; readonly name: string }[];
}

const endingsOf = (name: string, forms: Forms): readonly Ending[] =>
  forms.map(([text, ...inForms]) => ({
    text,
    forms: inForms.map((form) => ({ form: numberOf(form), name: `${name}.${form}` })),
  }));

/** A way on: a spelling that is a form itself, or is inflected. */
interface Way {
  readonly spelling: string;
  readonly form: number;
  readonly name: string;
  readonly inflected: readonly Ending[] | null;
}

const isInflection = (then: Inflection | Form): then is Inflection => then in INFLECTIONS;

const wayOf = (name: string, spelling: string, then: Inflection | Form): Way =>
  isInflection(then)
    ? { spelling, form: -1, name: '', inflected: endingsOf(name, INFLECTIONS[then]) }
    : { spelling, form: numberOf(then), name: `${name}.${then}`, inflected: null };

const ways = new Map<Form, Way[]>();
for (const { name, after, spellings, then } of ROWS) {
  for (const form of after) {
    const known = ways.get(form) ?? [];
    for (const spelling of spellings) known.push(wayOf(name, spelling, then));
    ways.set(form, known);
    if (form !== 'T') continue;
    ways.set('D', [...(ways.get('D') ?? []), ...spellings.map((spelling) => wayOf(name, voiced(spelling), then))]);
  }
}

/** By form, the ways on that begin with a letter, in the order of the table, those without letters among them. */
const byLetter: ReadonlyMap<number, readonly Way[]>[] = [];
const withoutLetters: (readonly Way[])[] = [];
for (const [form, all] of ways) {
  const letters = new Set(all.flatMap(({ spelling }) => (BEGINS.test(spelling) ? [spelling.charCodeAt(0)] : [])));
  const those = (letter: number): readonly Way[] =>
    all.filter(({ spelling }) => spelling === '' || spelling.charCodeAt(0) === letter);
  byLetter[numberOf(form)] = new Map([...letters].map((letter) => [letter, those(letter)]));
  withoutLetters[numberOf(form)] = all.filter(({ spelling }) => spelling === '');
}
const NO_WAYS: readonly Way[] = [];

/** Forms a predicate may end in. The rest only carry further endings. */
const mayEnd: boolean[] = [];
for (const form of 'U N M O Ku Ta Te Ba Ban Tara Temo Tewa No Nn Np Nx Q X I'.split(' ') as Form[])
  mayEnd[numberOf(form)] = true;

/** Longer chains are not Japanese: a bound for what people paste. */
const MAX_UNITS = 60;

/** A chain from one ending on; `length` counts its names. */
interface Chain {
  readonly name: string;
  readonly rest: Chain | null;
  readonly length: number;
  readonly form: number;
  readonly end: number;
}

const before = (name: string, rest: Chain): Chain => ({
  name,
  rest,
  length: rest.length + 1,
  form: rest.form,
  end: rest.end,
});

function spelledOut(chain: Chain): Endings {
  const names: string[] = [];
  for (let at = chain; at.rest !== null; at = at.rest) names.push(at.name);
  return { names, form: FORMS[chain.form]!, end: chain.end };
}

const base = new WeakMap<Forms, readonly Ending[]>();
function baseOf(forms: Forms): readonly Ending[] {
  const known = base.get(forms);
  if (known !== undefined) return known;
  const endings = endingsOf('base', forms);
  base.set(forms, endings);
  return endings;
}

/**
 * The longest chain of endings from `at`, where a stem of this inflection has just ended; one that ends where a token
 * does is preferred.
 *
 * @param first spellings that stand in place of the table's, for predicates without a stem.
 * @returns null where no form of the inflection stands there.
 */
export function parseEndings(
  text: string,
  at: number,
  first: Forms,
  isBoundary: (at: number) => boolean,
): Endings | null {
  const limit = Math.min(text.length, at + MAX_UNITS);
  const seen = new Map<number, Chain | null>();

  const better = (a: Chain | null, b: Chain | null): Chain | null => {
    if (a === null || b === null) return a ?? b;
    const atA = isBoundary(a.end);
    if (atA !== isBoundary(b.end)) return atA ? a : b;
    if (a.end !== b.end) return b.end > a.end ? b : a;
    return b.length < a.length ? b : a;
  };
  const inflected = (endings: readonly Ending[], from: number): Chain | null => {
    let best: Chain | null = null;
    for (const { text: ending, forms } of endings) {
      if (!text.startsWith(ending, from)) continue;
      for (const { form, name } of forms) {
        const rest = follow(form, from + ending.length);
        if (rest !== null) best = better(best, before(name, rest));
      }
    }
    return best;
  };
  const follow = (form: number, from: number): Chain | null => {
    const key = from * FORMS.length + form;
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, null); // an ending without letters must not come back to itself
    let best: Chain | null = mayEnd[form] ? { name: '', rest: null, length: 0, form, end: from } : null;
    const ways = byLetter[form]?.get(text.charCodeAt(from)) ?? withoutLetters[form] ?? NO_WAYS;
    for (const way of ways) {
      const to = from + way.spelling.length;
      if (to > limit || !text.startsWith(way.spelling, from)) continue;
      if (way.inflected !== null) best = better(best, inflected(way.inflected, to));
      else {
        const rest = follow(way.form, to);
        if (rest !== null) best = better(best, before(way.name, rest));
      }
    }
    seen.set(key, best);
    return best;
  };
  const found = inflected(baseOf(first), at);
  return found && spelledOut(found);
}
