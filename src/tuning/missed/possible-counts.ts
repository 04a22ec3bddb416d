import { atLeast } from './incomplete-beta.ts';

/** How likely it is, as far as one may say, that there are so many: `mass[i]` for `i * step`. */
export interface PossibleCounts {
  readonly step: number;
  readonly mass: readonly number[];
}

/** Whether a count is meant that is rather too high, or one that is rather too low. */
export type Side = 'high' | 'low';

const CELLS = 2_000; // of all strata together, so that joining them stays quick
const REST = 1e-7; // beyond it nothing is looked for

/**
 * How many there may be of which each came to light with `chance`, when `seen` did: the confidence distribution of Clopper and Pearson (1934) for
 * the number of tries. Its upper quantiles are their exact upper limits (`high`), its lower ones the exact lower limits (`low`); between
 * whole steps it is rounded to the side that is asked for.
 */
export function possibleCounts(seen: number, chance: number, side: Side, step: number): PossibleCounts {
  if (chance >= 1 || (side === 'low' && seen === 0)) return at(seen, side, step);
  const mass: number[] = [];
  let below = 0;
  for (let i = 0; 1 - below > REST; i++) {
    const upTo =
      side === 'high' ? notMore(i * step, seen, chance, side) : notMore((i + 1) * step - 1, seen, chance, side);
    mass.push(upTo - below);
    below = upTo;
  }
  mass[mass.length - 1]! += 1 - below;
  return { step, mass };
}

/** All at one place. */
function at(count: number, side: Side, step: number): PossibleCounts {
  const cell = side === 'high' ? Math.ceil(count / step) : Math.floor(count / step);
  return { step, mass: Array.from({ length: cell + 1 }, (_, i) => (i === cell ? 1 : 0)) };
}

/** How likely there are not more than `count`: so likely had `count` (or one more) shown more than were seen. */
function notMore(count: number, seen: number, chance: number, side: Side): number {
  if (count < seen) return 0;
  return side === 'high' ? atLeast(seen + 1, count - seen + 1, chance) : atLeast(seen, count - seen + 1, chance);
}

/** A step with which the possible counts of all strata together have few enough cells. */
export function stepFor(strata: readonly { readonly seen: number; readonly chance: number }[]): number {
  // About as many as the mean and eight deviations of each.
  const reach = strata.map(({ seen, chance }) =>
    chance >= 1 ? seen : (seen + 1 + 8 * Math.sqrt(seen + 1) + 8) / chance,
  );
  return Math.max(1, Math.ceil(reach.reduce((sum, one) => sum + one, 0) / CELLS));
}

/** The same of two groups together, which have nothing to do with each other. */
export function together(a: PossibleCounts, b: PossibleCounts): PossibleCounts {
  const mass = new Array<number>(a.mass.length + b.mass.length - 1).fill(0);
  for (const [i, p] of a.mass.entries()) if (p > 0) for (const [j, q] of b.mass.entries()) mass[i + j]! += p * q;
  return { step: a.step, mass };
}

/** The count that is not exceeded, or not fallen short of, with a likelihood of `share`. */
export function limitOf({ mass, step }: PossibleCounts, side: Side, share: number): number {
  let sum = 0;
  const order = side === 'high' ? mass.keys() : [...mass.keys()].reverse();
  for (const i of order) {
    sum += mass[i]!;
    if (sum >= share - 1e-9) return i * step;
  }
  return side === 'high' ? (mass.length - 1) * step : 0;
}
