import { type Ground, type SiteWeights, withinSite } from '../../detect/index.ts';
import { minimize, type Objective } from '../training/lbfgs.ts';

/** A mail that somebody decided about, by the features that the shipped classifier knows. */
export interface TaughtMail {
  readonly features: Uint32Array;
  readonly positive: boolean; // approved as harassment
}

/** What decisions teach, before it has a version. */
export type SiteFit = Omit<SiteWeights, 'version'>;

/**
 * Strength of the L2 penalty on every weight: with it one decision moves its own mail by a fraction, and a hundred move what they
 * have in common. Chosen on pens that the figures of quality.md do not come from.
 */
const PENALTY = 0.2;
/** What a weight of the bias is worth: it moves with many decisions only. */
const BIAS = 0.5;
const ROUNDS = 40;
/** Weights smaller than these say nothing and are not kept. */
const LEAST_WEIGHT = 1e-4;

/**
 * A logistic regression over what the shipped classifier says already: only the difference is learned, shrunk towards none.
 * Approved and dismissed mails count the same together, since which of them are more says nothing about the words. The same mails
 * give the same weights.
 *
 * @param point log odds at which a mail is flagged: mails there teach most
 */
export function fitSite(mails: readonly TaughtMail[], ground: Ground, point: number): SiteFit {
  const weighed = mails.map(({ features, positive }) => ({ ...ground.weigh(features), positive }));
  const rows = weighed.filter(({ settled }) => !settled);
  const hashes = Uint32Array.from(new Set(rows.flatMap(({ features }) => [...features]))).sort();
  const places = new Map<number, number>();
  hashes.forEach((hash, place) => places.set(hash, place));
  const approved = rows.filter(({ positive }) => positive).length;
  const shareOf = (of: number) => (approved === 0 || approved === rows.length ? 1 : rows.length / 2 / of);
  const placed = rows.map((row) => ({
    ...row,
    share: shareOf(row.positive ? approved : rows.length - approved),
    at: Uint32Array.from(row.features, (hash) => places.get(hash)!),
  }));
  const size = hashes.length;
  const objective: Objective = (weights, gradient) => {
    let loss = 0;
    for (let i = 0; i <= size; i++) {
      loss += (PENALTY / 2) * weights[i]! ** 2;
      gradient[i] = PENALTY * weights[i]!;
    }
    for (const { at, values, log, positive, share } of placed) {
      let odds = log - point + BIAS * weights[size]!;
      for (let i = 0; i < at.length; i++) odds += weights[at[i]!]! * values[i]!;
      loss += share * lossOf(odds, positive);
      const error = share * (1 / (1 + Math.exp(-odds)) - (positive ? 1 : 0));
      for (let i = 0; i < at.length; i++) gradient[at[i]!]! += error * values[i]!;
      gradient[size]! += error * BIAS;
    }
    return loss;
  };
  const weights = minimize(objective, size + 1, ROUNDS);
  const kept = [...hashes.keys()].filter((i) => Math.abs(weights[i]!) >= LEAST_WEIGHT);
  return {
    hashes: Uint32Array.from(kept, (i) => hashes[i]!),
    deltas: Float64Array.from(kept, (i) => weights[i]!),
    bias: BIAS * weights[size]!,
  };
}

/** What was learned adds to the log odds of a mail, before its limit. */
export function addedTo({ hashes, deltas, bias }: SiteFit, features: Uint32Array, ground: Ground): number {
  const { settled, features: known, values } = ground.weigh(features);
  if (settled) return 0;
  const learned = new Map<number, number>();
  hashes.forEach((hash, i) => {
    learned.set(hash, deltas[i]!);
  });
  return known.reduce((sum, feature, i) => sum + (learned.get(feature) ?? 0) * values[i]!, bias);
}

/** Log odds of a mail with what was learned here. */
export const logWith = (fit: SiteFit, features: Uint32Array, ground: Ground): number =>
  ground.weigh(features).log + withinSite(addedTo(fit, features, ground));

/** The loss of saying `odds`, above the point at which a mail is flagged, of a mail that is harassment or not. */
export function lossOf(odds: number, positive: boolean): number {
  const wrong = positive ? -odds : odds;
  return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
}
