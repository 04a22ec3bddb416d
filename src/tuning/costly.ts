import type { EntryFigures } from './entry-figures.ts';

/** An entry that costs more than it catches, by the decisions of some days. */
export interface CostlyEntry extends EntryFigures {
  readonly perWeek: number; // decided cases in which it was found
  readonly dismissedPerWeek: number;
  readonly savedPerWeek: number; // dismissed cases that only it found: nobody would have read them without it
}

const FEW = 3; // decisions of which nothing follows
const WEEK_DAYS = 7;

/**
 * Entries of which more cases were dismissed than approved, the most dismissed ones first.
 *
 * @param figures of decisions within `days`, 7 at least
 */
export function costlyEntries(figures: readonly EntryFigures[], days: number): CostlyEntry[] {
  const weeks = Math.max(days, WEEK_DAYS) / WEEK_DAYS;
  return figures
    .flatMap((one): CostlyEntry[] => {
      const { found } = one;
      if (found === null) return [];
      const decided = found.approved + found.dismissed;
      if (decided < FEW || found.dismissed <= found.approved) return [];
      return [
        {
          ...one,
          perWeek: decided / weeks,
          dismissedPerWeek: found.dismissed / weeks,
          savedPerWeek: found.dismissedAlone / weeks,
        },
      ];
    })
    .sort((a, b) => b.dismissedPerWeek - a.dismissedPerWeek || (a.rule.id < b.rule.id ? -1 : 1));
}
