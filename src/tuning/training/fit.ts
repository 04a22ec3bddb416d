import type { View } from '../../detect/index.ts';
import { fitLogistic, type Rows } from './regression.ts';
import type { TrainingText } from './training-texts.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Inverse strength of the L2 penalty. */
const C = 25;
const ROUNDS = 60;
/**
 * Added to the squared length of every text, so that short ones stay calm: of n-grams about half of what a usual mail has;
 * of words and clauses a fourth of it to four times as much made no difference.
 */
const SMOOTHING: Readonly<Record<View, number>> = { letters: 2000, words: 200, clauses: 200 };

/** What was learned in one view, by positions in its hashes. Plain numbers: it comes out of a thread. */
export interface ViewFit {
  readonly smoothing: number;
  readonly idf: Float64Array; // 0 for what is not learned
  readonly weights: Float64Array;
}

/** Learns from texts by positions in a list of `size` hashes. */
export function fitView(view: View, size: number, texts: readonly TrainingText[]): ViewFit {
  const vocabulary = vocabularyOf(texts, size);
  const smoothing = SMOOTHING[view];
  const { weights } = fitLogistic(rowsOf(texts, vocabulary.idf, smoothing), size, { penalty: 1 / C, rounds: ROUNDS });
  weights.forEach((weight, feature) => {
    if (weight > 0 && vocabulary.supported[feature] === 0) weights[feature] = 0;
  });
  return { smoothing, idf: vocabulary.idf, weights: weights.slice() };
}

/** The raw score of a text: weights times values. */
export function scoreOf(text: TrainingText, { smoothing, idf, weights }: ViewFit): number {
  let sum = 0;
  for (const feature of text.features) sum += weights[feature]! * idf[feature]!;
  return sum / lengthOf(text, idf, smoothing);
}

/** What one known feature counts for in a text: its idf is divided by the text's length. */
function lengthOf({ features }: TrainingText, idf: Float64Array, smoothing: number): number {
  let square = smoothing;
  for (const feature of features) square += idf[feature]! * idf[feature]!;
  return Math.sqrt(square);
}

function rowsOf(texts: readonly TrainingText[], idf: Float64Array, smoothing: number): Rows {
  const known = texts.map(({ features }) => features.filter((feature) => idf[feature]! > 0));
  const starts = new Uint32Array(texts.length + 1);
  known.forEach((features, i) => {
    starts[i + 1] = starts[i]! + features.length;
  });
  const features = new Uint32Array(starts.at(-1)!);
  const values = new Float32Array(features.length);
  for (const [i, own] of known.entries()) {
    const length = lengthOf(texts[i]!, idf, smoothing);
    features.set(own, starts[i]!);
    own.forEach((feature, at) => {
      values[starts[i]! + at] = idf[feature]! / length;
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
