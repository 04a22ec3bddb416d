import type { Act } from '../detect/index.ts';
import type { Severity } from './decision.ts';
import type { CaseSummary } from './types.ts';

/** Acts that are grave when they are urgent too, or when somebody tells that they were done. */
export const GRAVE: readonly Act[] = ['physical-violence', 'sexual', 'intimidation-person'];

export const hasGrave = (acts: readonly Act[]): boolean => acts.some((act) => GRAVE.includes(act));

/**
 * What the evidence suggests of the severity: the band, and for the gravest the kind of act. Only a person says how grave a
 * case is; this is what they confirm or choose otherwise.
 *
 * @returns null where there is no evidence: a mail that cannot be read, or no act
 *
 * @example
 * proposedSeverity({ band: 'urgent', acts: ['physical-violence'] }) // → 3
 * proposedSeverity({ band: 'review', acts: ['insult-person'] }) // → 2
 * proposedSeverity({ band: 'grey', acts: ['insult-person'] }) // → 1
 */
export function proposedSeverity({ band, acts }: Pick<CaseSummary, 'band' | 'acts'>): Severity | null {
  if (acts.length === 0) return null;
  switch (band) {
    case 'urgent':
      return hasGrave(acts) ? 3 : 2;
    case 'review':
      return 2;
    case 'grey':
    case 'ordinary':
      return 1;
    case null:
      return null;
  }
}
