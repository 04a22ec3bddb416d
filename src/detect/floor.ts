import { BANDS, type Floor } from './assessment.ts';
import type { Entry } from './dictionary/index.ts';
import type { Hit } from './match.ts';

/** A match with what its surroundings leave of it. */
export interface Counted {
  readonly hit: Hit<Entry>;
  readonly factor: number;
}

/**
 * The highest floor among the matches that are meant and aimed at somebody. Softeners, the classifier and how often
 * somebody writes have no say in it.
 */
export function floorOf(aimed: readonly Counted[]): Floor | null {
  return aimed.reduce<Floor | null>((highest, { hit: { rule } }) => {
    if (rule.floor === null || (highest !== null && BANDS.indexOf(rule.floor) <= BANDS.indexOf(highest.band)))
      return highest;
    return { band: rule.floor, entry: rule.id };
  }, null);
}
