import { kana } from '../kana.ts';
import type { Shape } from './shape.ts';

/** What is certain about every match of a shape. */
interface Certain {
  readonly exact: readonly string[] | null; // all that it can be, while that is few; '' for what takes no room
  readonly holds: readonly string[] | null; // it holds one of these; null when nothing is certain
}

/** Neighbours are joined to longer literals while there are at most this many of them. */
const MOST_JOINED = 64;

/**
 * The literals one of which every match holds, as rare as can be in Japanese text: what the prefilter looks for.
 * Neighbours are joined, so that 金(を|も)返せ asks for 金を返せ and 金も返せ, not for 返せ alone.
 *
 * @returns null when no word is certain to appear.
 */
export function literalsOf(shape: Shape): readonly string[] | null {
  const { exact, holds } = certain(shape);
  const best = rarest([exact, holds]);
  return best && withoutLonger(best);
}

function certain(shape: Shape): Certain {
  switch (shape.kind) {
    case 'text':
      return { exact: [shape.text], holds: null };
    case 'written':
      return { exact: [kana(shape.text)], holds: null };
    case 'ahead':
    case 'edge':
      return { exact: [''], holds: null };
    case 'gap':
      return { exact: null, holds: null };
    case 'any': {
      const options = shape.options.map(certain);
      const exact = options.every((option) => option.exact !== null)
        ? [...new Set(options.flatMap((option) => option.exact!))]
        : null;
      const held = options.map((option) => rarest([option.exact, option.holds]));
      const holds = held.every((set) => set !== null) ? [...new Set(held.flat() as string[])] : null;
      return { exact: exact && exact.length <= MOST_JOINED ? exact : null, holds };
    }
    case 'all':
      return joined(shape.parts.map(certain));
  }
}

function joined(parts: readonly Certain[]): Certain {
  let run: readonly string[] = ['']; // the last parts, joined
  let whole = true;
  const sets: (readonly string[] | null)[] = [];
  for (const { exact, holds } of parts) {
    if (exact !== null && run.length * exact.length <= MOST_JOINED) {
      run = [...new Set(run.flatMap((head) => exact.map((tail) => head + tail)))];
      continue;
    }
    sets.push(run, holds);
    run = exact ?? [''];
    whole = false;
  }
  return whole ? { exact: run, holds: null } : { exact: null, holds: rarest([...sets, run]) };
}

const rarest = (sets: readonly (readonly string[] | null)[]): readonly string[] | null =>
  sets.reduce((chosen, set) => {
    if (set === null || set.includes('')) return chosen;
    return chosen === null || cost(set) < cost(chosen) ? set : chosen;
  }, null);

/** A literal also costs room and time by itself: about as much as one look in a million units. */
const EACH = 2 ** -20;

const cost = (set: readonly string[]): number => set.reduce((sum, literal) => sum + EACH + chance(literal), 0);

/** Roughly how likely a literal begins at a place: one of two thousand kanji tells more than one of eighty kana. */
const chance = (literal: string): number =>
  2 ** -[...literal].reduce((bits, char) => bits + (/[一-龠々]/.test(char) ? 9 : 5), 0);

/** A literal that holds another one of the set is found by it. */
const withoutLonger = (literals: readonly string[]): readonly string[] =>
  literals.filter((literal) => !literals.some((other) => other !== literal && literal.includes(other)));
