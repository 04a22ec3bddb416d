import type { Scoring } from '../../detect/index.ts';

/** What decides from when on a mail is surfaced: the thresholds of points, and the probabilities of the classifier beside them. */
export interface Thresholds {
  readonly grey: number;
  readonly review: number;
  readonly urgent: number;
  readonly surface: number;
  readonly flag: number;
}

/** From looser than in force to far stricter. */
export const FACTORS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5, 3, 4] as const;

export const thresholdsOf = ({ thresholds, classifier: { surface, flag } }: Scoring): Thresholds => ({
  ...thresholds,
  surface,
  flag,
});

export const withThresholds = (scoring: Scoring, { surface, flag, ...thresholds }: Thresholds): Scoring => ({
  ...scoring,
  thresholds,
  classifier: { ...scoring.classifier, surface, flag },
});

/**
 * The same thresholds, stricter or looser as a whole: the points times the factor, the odds of the classifier times its square, so that
 * neither of the two is silenced before the other.
 *
 * @example
 * stricter({ grey: 2, review: 4, urgent: 8, surface: 0.045, flag: 0.13 }, 1.5).review // → 6
 */
export function stricter({ grey, review, urgent, surface, flag }: Thresholds, factor: number): Thresholds {
  if (factor === 1) return { grey, review, urgent, surface, flag };
  const points = (value: number) => Math.round(value * factor * 10) / 10;
  const odds = (probability: number) => {
    const more = (probability / (1 - probability)) * factor * factor;
    return Math.round((more / (1 + more)) * 1000) / 1000;
  };
  return {
    grey: points(grey),
    review: points(review),
    urgent: points(urgent),
    surface: odds(surface),
    flag: odds(flag),
  };
}
