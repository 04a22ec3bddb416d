import { ACTS, type Act, TOLD, type View } from '../../detect/index.ts';
import { fitLogistic, type Rows } from './regression.ts';
import type { TrainingText } from './training-texts.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Inverse strength of the L2 penalty. */
const C = 25;
const ROUNDS = 60;
/** Of the regression of one act: few mails carry it, and what comes later is of those mails only. */
const ACT_ROUNDS = 30;
/** Of an act that no mail carries: it is never what is said most. */
const UNHEARD = -30;
/**
 * Added to the squared length of every text, so that short ones stay calm: of n-grams about half of what a usual mail has;
 * of words and clauses a fourth of it to four times as much made no difference.
 */
const SMOOTHING: Readonly<Record<View, number>> = { letters: 2000, words: 200, clauses: 200, senses: 400 };

/** What was learned in one view, by positions in its hashes. Plain numbers: it comes out of a thread. */
export interface ViewFit {
  readonly smoothing: number;
  readonly idf: Float64Array; // 0 for what is not learned
  readonly weights: Float64Array;
  readonly told: readonly ToldFit[]; // in the order of TOLD; none where the view does not tell them
}

/** What was learned of one act, or of what is grave. */
interface ToldFit {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** Learns from texts by positions in a list of `size` hashes. @param tellsActs whether each act is learned as well */
export function fitView(view: View, size: number, texts: readonly TrainingText[], tellsActs: boolean): ViewFit {
  const vocabulary = vocabularyOf(texts, size);
  const smoothing = SMOOTHING[view];
  const rows = rowsOf(texts, vocabulary.idf, smoothing);
  const { weights } = fitLogistic(rows, size, { penalty: 1 / C, rounds: ROUNDS });
  weights.forEach((weight, feature) => {
    if (weight > 0 && vocabulary.supported[feature] === 0) weights[feature] = 0;
  });
  return {
    smoothing,
    idf: vocabulary.idf,
    weights: weights.slice(),
    told: tellsActs
      ? TOLD.map((one) => (one === 'grave' ? fitGrave(rows, size, texts) : fitAct(one, rows, size, texts)))
      : [],
  };
}

/** One act against all that is good: what harassment of other kinds looks like says nothing of it. */
function fitAct(act: Act, rows: Rows, size: number, texts: readonly TrainingText[]): ToldFit {
  const carries = Uint8Array.from(texts, ({ acts }) => (acts.includes(act) ? 1 : 0));
  const shares = rows.shares.map((share, i) => (texts[i]!.positive && carries[i] === 0 ? 0 : share));
  return fitTold({ ...rows, positive: carries, shares }, size);
}

/** The gravest mails against all others, harassing or good. */
const fitGrave = (rows: Rows, size: number, texts: readonly TrainingText[]): ToldFit =>
  fitTold({ ...rows, positive: Uint8Array.from(texts, ({ severity }) => (severity === GRAVEST ? 1 : 0)) }, size);

export const GRAVEST = 3; // threat of violence or crime, or extreme

function fitTold(rows: Rows, size: number): ToldFit {
  if (!rows.positive.includes(1)) return { bias: UNHEARD, weights: new Float32Array(size) };
  const { weights, bias } = fitLogistic(rows, size, { penalty: 1 / C, rounds: ACT_ROUNDS });
  return { bias, weights: Float32Array.from(weights) };
}

/** The scores of a text, in the order of TOLD. */
export function toldScoresOf(text: TrainingText, { smoothing, idf, told }: ViewFit): number[] {
  const length = lengthOf(text, idf, smoothing);
  return told.map(({ bias, weights }) => {
    let sum = 0;
    for (const feature of text.features) sum += weights[feature]! * idf[feature]!;
    return sum / length + bias;
  });
}

/** The score of the act that a text says most. @param scores in the order of TOLD */
export const mostSaid = (scores: readonly number[]): number => Math.max(...scores.slice(0, ACTS.length));

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
