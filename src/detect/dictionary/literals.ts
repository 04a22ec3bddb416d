import { onceForEach } from '../../util/once-for-each.ts';
import { kana } from '../kana.ts';
import type { Shape } from './shape.ts';

/** What is certain about every match of a shape. */
interface Certain {
  readonly exact: readonly string[] | null; // all that it can be, while that is few; '' for what takes no room
  readonly holds: readonly (readonly string[])[]; // of each of these sets it holds one
}

/** Neighbours are joined to longer literals while there are at most this many of them. */
const MOST_JOINED = 64;

/** Sets of literals; every match holds one of each. */
export interface Literals {
  readonly rarest: readonly string[]; // what the prefilter looks for
  readonly others: readonly (readonly string[])[]; // asked of the sentences that it finds
}

/** A set that is asked for in vain costs as much as the search it should spare. */
const MOST_ASKED = 12;

/**
 * What every match holds, as rare as can be in Japanese text. Neighbours are joined, so that 金(を|も)返せ asks for 金を返せ
 * and 金も返せ, not for 返せ alone.
 *
 * @returns null when no word is certain to appear.
 */
export const literalsOf = (shape: Shape): Literals | null => literalsOfSets(setsOf(certain(shape)));

/** @param sets of each of which every match holds one; those with more than `mostAsked` are not asked for. */
export function literalsOfSets(sets: readonly (readonly string[])[], mostAsked = MOST_ASKED): Literals | null {
  const best = rarest(sets);
  if (best === null) return null;
  const others = sets.filter((set) => set !== best).map(withoutLonger);
  return { rarest: withoutLonger(best), others: others.filter(({ length }) => length <= mostAsked) };
}

const setsOf = ({ exact, holds }: Certain): (readonly string[])[] =>
  [...(exact ? [exact] : []), ...holds].filter((set) => !set.includes(''));

const certain: (shape: Shape) => Certain = onceForEach(findCertain); // a word list stands in many phrases

function findCertain(shape: Shape): Certain {
  switch (shape.kind) {
    case 'text':
      return { exact: [shape.text], holds: [] };
    case 'written':
      return { exact: [kana(shape.text)], holds: [] };
    case 'ahead':
    case 'edge':
      return { exact: [''], holds: [] };
    case 'gap':
      return { exact: null, holds: [] };
    case 'any': {
      const options = shape.options.map(certain);
      const exact = options.every((option) => option.exact !== null)
        ? [...new Set(options.flatMap((option) => option.exact!))]
        : null;
      const held = options.map((option) => rarest(setsOf(option)));
      const holds = held.every((set) => set !== null) ? [[...new Set(held.flat())]] : [];
      return { exact: exact && exact.length <= MOST_JOINED ? exact : null, holds };
    }
    case 'all':
      return joined(shape.parts.map(certain));
  }
}

function joined(parts: readonly Certain[]): Certain {
  let run: readonly string[] = ['']; // the last parts, joined
  let whole = true;
  const sets: (readonly string[])[] = [];
  for (const { exact, holds } of parts) {
    if (exact !== null && run.length * exact.length <= MOST_JOINED) {
      run = [...new Set(run.flatMap((head) => exact.map((tail) => head + tail)))];
      continue;
    }
    sets.push(run, ...holds);
    run = exact ?? [''];
    whole = false;
  }
  return whole ? { exact: run, holds: [] } : { exact: null, holds: [...sets, run].filter((set) => !set.includes('')) };
}

const rarest = (sets: readonly (readonly string[])[]): readonly string[] | null =>
  sets.reduce<readonly string[] | null>(
    (chosen, set) => (chosen === null || cost(set) < cost(chosen) ? set : chosen),
    null,
  );

/** A literal also costs room and time by itself: about as much as one look in a million units. */
const EACH = 2 ** -20;

const cost = (set: readonly string[]): number => set.reduce((sum, literal) => sum + EACH + chance(literal), 0);

/** Roughly how likely a literal begins at a place: one of two thousand kanji tells more than one of eighty kana. */
const chance = (literal: string): number =>
  2 ** -[...literal].reduce((bits, char) => bits + (isKanji(char) ? 9 : 5), 0);

const isKanji = (char: string): boolean => (char >= '一' && char <= '龠') || char === '々';

/** A literal that holds another one of the set is found by it. */
const withoutLonger = (literals: readonly string[]): readonly string[] =>
  literals.filter((literal) => !literals.some((other) => other.length < literal.length && literal.includes(other)));
