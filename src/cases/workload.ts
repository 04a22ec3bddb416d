import type { Act } from '../detect/index.ts';
import type { CaseSummary } from './types.ts';

/** Acts whose words nobody has to read unasked. */
export const PAINFUL_ACTS = ['physical-violence', 'sexual'] as const satisfies readonly Act[];

/**
 * One of the worst to read: urgent, violent or sexual.
 *
 * @example
 * isHeavy({ band: 'urgent', acts: [] }) // → true
 */
export const isHeavy = ({ band, acts }: Pick<CaseSummary, 'band' | 'acts'>): boolean =>
  band === 'urgent' || PAINFUL_ACTS.some((act) => acts.includes(act));

/** The different cases a person has opened on one day. */
export interface Exposure {
  readonly cases: number;
  readonly heavy: number; // of these
}

/**
 * How much that was: one of the worst counts as two.
 *
 * @example
 * workloadOf({ cases: 5, heavy: 2 }) // → 7
 */
export const workloadOf = ({ cases, heavy }: Exposure): number => cases + heavy;

/**
 * What one person has taken on for a day at most; theirs may be lower than the company's, never higher.
 *
 * @example
 * capOf(null, 40) // → 40
 * capOf(50, 40) // → 40
 */
export const capOf = (own: number | null, company: number): number => Math.min(own ?? company, company);
