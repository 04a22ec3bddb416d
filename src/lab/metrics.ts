/** One mail seen by a yes-or-no test: what it is, and what the test said. */
export interface Outcome {
  readonly expected: boolean; // is harassment
  readonly found: boolean; // was flagged, or surfaced
}

/** Counts of the four outcomes with the usual ratios, 0 to 1. A ratio over nothing is null. */
export interface Figures {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly fpr: number | null; // false positive rate: fp of all that are not harassment
  readonly f1: number | null;
}

/**
 * A share, 0 to 1; null over nothing.
 *
 * @example
 * ratio(3, 4) // → 0.75
 * ratio(0, 0) // → null
 */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function figures(outcomes: readonly Outcome[]): Figures {
  const count = (expected: boolean, found: boolean) =>
    outcomes.filter((outcome) => outcome.expected === expected && outcome.found === found).length;
  return figuresOf(count(true, true), count(false, true), count(true, false), count(false, false));
}

export function figuresOf(tp: number, fp: number, fn: number, tn: number): Figures {
  return {
    tp,
    fp,
    fn,
    tn,
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    fpr: ratio(fp, fp + tn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
  };
}
