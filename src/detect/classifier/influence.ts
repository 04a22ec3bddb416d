import type { Scoring } from '../dictionary/index.ts';
import type { Judgement } from './classifier.ts';

/** What the classifier does to a score. */
export interface Influence {
  readonly points: number; // added to those of the dictionaries, or taken off
  readonly notes: readonly string[];
}

/**
 * The classifier has points of its own: those of 微妙 from `surface` on, those of 要確認 from `flag` on, and in between and
 * beyond by its log odds. Beside it the points of the dictionaries count by their `share`, since what it says of the whole
 * mail tells more than a word; it takes them off where it sees no harm, and adds at most its cap.
 */
export function influenceOf(
  judgement: Pick<Judgement, 'probability' | 'abstained'> | null,
  dictionary: number,
  { classifier: { flag, surface, share, cap }, thresholds: { grey, review } }: Scoring,
): Influence {
  if (judgement === null) return { points: 0, notes: [] };
  const { probability, abstained } = judgement;
  if (abstained !== null) return { points: 0, notes: [`classifier.abstains-${abstained}`] };
  const reach = (logOdds(probability) - logOdds(surface)) / (logOdds(flag) - logOdds(surface));
  const own = grey + (review - grey) * reach;
  const points = Math.max(Math.min(own - (1 - share) * dictionary, cap), -dictionary);
  if (probability >= flag) return { points, notes: ['classifier.flags'] };
  return { points, notes: probability >= surface ? ['classifier.surfaces'] : [] };
}

/** Finite at both ends, where a model is wholly sure. */
function logOdds(probability: number): number {
  const within = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
  return Math.log(within / (1 - within));
}
