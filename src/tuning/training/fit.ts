import type { LearnedFeature, View } from '../../detect/index.ts';
import { fitLogistic, type Rows } from './regression.ts';
import type { TrainingText } from './training-texts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Inverse strength of the L2 penalty. */
const C = 25;
const ROUNDS = 60;
/**
 * Added to the squared length of every text, so that short ones stay calm: of n-grams about half of what a usual mail has,
 * of words and clauses a fifth.
 */
export const SMOOTHING: Readonly<Record<View, number>> = { letters: 2000, words: 200, clauses: 200 };

/** What was learned in one view. */
export interface ViewFit {
  readonly features: readonly LearnedFeature[];
  /** The raw score of a text: weights times values. */
  score(text: TrainingText): number;
}

/** Learns from texts by positions in `hashes`. */
export function fitView(view: View, hashes: Uint32Array, texts: readonly TrainingText[]): ViewFit {
  const size = hashes.length;
  const vocabulary = vocabularyOf(texts, size);
  const smoothing = SMOOTHING[view];
  const { weights } = fitLogistic(rowsOf(texts, vocabulary, smoothing), size, { penalty: 1 / C, rounds: ROUNDS });
  weights.forEach((weight, feature) => {
    if (weight > 0 && vocabulary.supported[feature] === 0) weights[feature] = 0;
  });
  const { idf } = vocabulary;
  return {
    features: Array.from(hashes, (hash, i) => ({ hash, idf: idf[i]!, weight: weights[i]! })).filter(
      (feature) => feature.idf > 0,
    ),
    score(text) {
      let sum = 0;
      for (const feature of text.features) sum += weights[feature]! * idf[feature]!;
      return sum / lengthOf(text, vocabulary, smoothing);
    },
  };
}

/** What one known feature counts for in a text: its idf is divided by the text's length. */
function lengthOf({ features }: TrainingText, { idf }: Vocabulary, smoothing: number): number {
  let square = smoothing;
  for (const feature of features) square += idf[feature]! * idf[feature]!;
  return Math.sqrt(square);
}

function rowsOf(texts: readonly TrainingText[], vocabulary: Vocabulary, smoothing: number): Rows {
  const known = texts.map(({ features }) => features.filter((feature) => vocabulary.idf[feature]! > 0));
  const starts = new Uint32Array(texts.length + 1);
  known.forEach((features, i) => {
    starts[i + 1] = starts[i]! + features.length;
  });
  const features = new Uint32Array(starts.at(-1)!);
  const values = new Float32Array(features.length);
  for (const [i, own] of known.entries()) {
    const length = lengthOf(texts[i]!, vocabulary, smoothing);
    features.set(own, starts[i]!);
    own.forEach((feature, at) => {
      values[starts[i]! + at] = vocabulary.idf[feature]! / length;
    });
  }
  return {
    starts,
    features,
    values,
    positive: Uint8Array.from(texts, ({ positive }) => (positive ? 1 : 0)),
    shares: Float64Array.from(texts, ({ share }) => share),
  };
}
