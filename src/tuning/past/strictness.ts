import type { Thresholds } from '../../detect/index.ts';

/** From looser than in force to far stricter: what the odds of both thresholds are multiplied by. */
export const FACTORS = [0.2, 0.3, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 3, 4, 6, 10, 20, 50] as const;

/**
 * The same thresholds, stricter or looser as a whole.
 *
 * @example
 * stricter({ grey: 0.03, review: 0.07 }, 2).review // → 0.1308
 */
export function stricter({ grey, review }: Thresholds, factor: number): Thresholds {
  if (factor === 1) return { grey, review };
  const odds = (probability: number) => {
    const more = (probability / (1 - probability)) * factor;
    return Math.round((more / (1 + more)) * 10_000) / 10_000;
  };
  return { grey: odds(grey), review: odds(review) };
}
