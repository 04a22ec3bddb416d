import { auxiliaries } from './auxiliaries.ts';
import { colloquial } from './colloquial.ts';
import type { Form, Forms, Inflection } from './forms.ts';
import { INFLECTIONS } from './inflection.ts';
import { particles } from './particles.ts';
import type { Row } from './row.ts';

/** A predicate's chain of endings. `names` reads left to right, each with the form it stands in: `base.T pres.Te give.U final.X`. */
export interface Endings {
  readonly names: readonly string[];
  readonly form: Form;
  readonly end: number;
}

const table: readonly Row[] = [...particles, ...auxiliaries, ...colloquial];
const VOICED: Readonly<Record<string, string>> = { て: 'で', た: 'だ', ち: 'じ', と: 'ど', よ: 'よ' };
const voiced = (spelling: string): string => (VOICED[spelling[0] ?? ''] ?? spelling[0] ?? '') + spelling.slice(1);

interface Way {
  readonly name: string;
  readonly spelling: string;
  readonly then: Inflection | Form;
}

const ways = new Map<Form, Way[]>();
for (const { name, after, spellings, then } of table) {
  for (const form of after) {
    const known = ways.get(form) ?? [];
    for (const spelling of spellings) known.push({ name, spelling, then });
    ways.set(form, known);
    if (form !== 'T') continue;
    ways.set('D', [
      ...(ways.get('D') ?? []),
      ...spellings.map((spelling) => ({ name, spelling: voiced(spelling), then })),
    ]);
  }
}

const byLetter = new Map<string, readonly Way[]>();

/** The ways on from a form that begin with this letter, or with none, in the order of the table. */
function waysFrom(form: Form, letter: string): readonly Way[] {
  if (!/^[ぁ-ゖァ-ヺ一-鿿ー!?！？ok]$/u.test(letter)) return EMPTY.get(form) ?? [];
  const key = form + letter;
  const known = byLetter.get(key);
  if (known !== undefined) return known;
  const found = (ways.get(form) ?? []).filter(({ spelling }) => spelling === '' || spelling[0] === letter);
  if (found.length === 0) return found; // letters are many, those that begin an ending are few
  byLetter.set(key, found);
  return found;
}
const EMPTY = new Map([...ways].map(([form, all]) => [form, all.filter(({ spelling }) => spelling === '')]));

const isInflection = (then: Inflection | Form): then is Inflection => then in INFLECTIONS;

/** Forms a predicate may end in. The rest only carry further endings. */
const MAY_END: ReadonlySet<Form> = new Set<Form>(
  'U N M O Ku Ta Te Ba Ban Tara Temo Tewa No Nn Np Nx Q X I'.split(' ') as Form[],
);

/** Longer chains are not Japanese: a bound for what people paste. */
const MAX_UNITS = 60;

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
  const seen = new Map<string, Endings | null>();

  const better = (a: Endings | null, b: Endings | null): Endings | null => {
    if (a === null || b === null) return a ?? b;
    const [atA, atB] = [isBoundary(a.end), isBoundary(b.end)];
    if (atA !== atB) return atA ? a : b;
    if (a.end !== b.end) return b.end > a.end ? b : a;
    return b.names.length < a.names.length ? b : a;
  };
  const inflected = (name: string, forms: Forms, from: number): Endings | null => {
    let best: Endings | null = null;
    for (const [ending, ...inForms] of forms) {
      if (!text.startsWith(ending, from)) continue;
      for (const form of inForms) {
        const rest = follow(form, from + ending.length);
        if (rest !== null) best = better(best, { ...rest, names: [`${name}.${form}`, ...rest.names] });
      }
    }
    return best;
  };
  const follow = (form: Form, from: number): Endings | null => {
    const key = `${form}${from}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, null); // an ending without letters must not come back to itself
    let best: Endings | null = MAY_END.has(form) ? { names: [], form, end: from } : null;
    for (const { name, spelling, then } of waysFrom(form, text[from] ?? '')) {
      if (from + spelling.length > limit || !text.startsWith(spelling, from)) continue;
      const to = from + spelling.length;
      if (isInflection(then)) best = better(best, inflected(name, INFLECTIONS[then], to));
      else {
        const rest = follow(then, to);
        if (rest !== null) best = better(best, { ...rest, names: [`${name}.${then}`, ...rest.names] });
      }
    }
    seen.set(key, best);
    return best;
  };
  return inflected('base', first, at);
}
