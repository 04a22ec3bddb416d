import { oddsTogether, SENTENCE_SMOOTHING, VIEWS, viewOf } from '../../detect/index.ts';
import { fitLogistic } from './regression.ts';

/** A sentence of a mail or harmless text, as positions in the common list of hashes. */
export interface TrainingSentence {
  readonly features: Uint32Array;
  readonly carries: boolean; // harassment, as a reader marked it
  readonly share: number; // how much it counts; 0: nobody said whether it does
}

/** The sentences of all texts behind each other. Flat, since it goes to threads. */
export interface SentenceRows {
  readonly starts: Uint32Array; // features of row i are [starts[i], starts[i + 1])
  readonly features: Uint32Array;
  readonly carries: Uint8Array; // 1 or 0 of each row
  readonly shares: Float64Array;
  readonly firsts: Uint32Array; // rows of text t are [firsts[t], firsts[t + 1])
}

/** What was learned of sentences, by positions in the common list of hashes. */
export interface SentenceFit {
  readonly idf: Float64Array;
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Inverse strength of the L2 penalty. */
const C = 10;
const ROUNDS = 50;

export function sentenceRows(texts: readonly (readonly TrainingSentence[])[]): SentenceRows {
  const all = texts.flat();
  const starts = new Uint32Array(all.length + 1);
  const firsts = new Uint32Array(texts.length + 1);
  all.forEach(({ features }, i) => {
    starts[i + 1] = starts[i]! + features.length;
  });
  texts.forEach((own, i) => {
    firsts[i + 1] = firsts[i]! + own.length;
  });
  const features = new Uint32Array(starts.at(-1)!);
  all.forEach((sentence, i) => {
    features.set(sentence.features, starts[i]!);
  });
  return {
    starts,
    features,
    carries: Uint8Array.from(all, ({ carries }) => (carries ? 1 : 0)),
    shares: Float64Array.from(all, ({ share }) => share),
    firsts,
  };
}

/**
 * Tells the sentences that carry harassment from all others, of whatever mail.
 *
 * @param hashes the common list
 * @param idf of each of them, as the views learned it: 0 for what is not learned
 * @param isUsed whether a text is learned from
 */
export function fitSentences(
  rows: SentenceRows,
  hashes: Uint32Array,
  idf: Float64Array,
  isUsed: (text: number) => boolean,
): SentenceFit {
  const values = valuesOf(rows, hashes, idf);
  const shares = rows.shares.slice();
  for (let text = 0; text + 1 < rows.firsts.length; text++)
    if (!isUsed(text)) shares.fill(0, rows.firsts[text], rows.firsts[text + 1]);
  if (!rows.carries.some((carries, row) => carries === 1 && shares[row]! > 0))
    return { idf, weights: new Float32Array(hashes.length), bias: UNHEARD };
  const { weights, bias } = fitLogistic({ ...rows, values, positive: rows.carries, shares }, hashes.length, {
    penalty: 1 / C,
    rounds: ROUNDS,
  });
  return { idf, weights: Float32Array.from(weights), bias };
}

/** Where nobody marked a sentence: none carries anything. */
const UNHEARD = -10;

/** What all sentences of a text say together, as `createClassifier` has it. */
export function sentenceScoreOf(text: number, rows: SentenceRows, hashes: Uint32Array, fit: SentenceFit): number {
  const odds: number[] = [];
  for (let row = rows.firsts[text]!; row < rows.firsts[text + 1]!; row++) {
    const lengths = lengthsOf(rows, row, hashes, fit.idf);
    let sum = fit.bias;
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const feature = rows.features[at]!;
      sum += (fit.weights[feature]! * fit.idf[feature]!) / lengths[placeOfView(hashes[feature]!)]!;
    }
    odds.push(sum);
  }
  return oddsTogether(odds, fit.bias);
}

function valuesOf(rows: SentenceRows, hashes: Uint32Array, idf: Float64Array): Float32Array {
  const values = new Float32Array(rows.features.length);
  for (let row = 0; row < rows.carries.length; row++) {
    const lengths = lengthsOf(rows, row, hashes, idf);
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const feature = rows.features[at]!;
      values[at] = idf[feature]! / lengths[placeOfView(hashes[feature]!)]!;
    }
  }
  return values;
}

/** Of a sentence in each view, in the order of VIEWS: each is scaled by its own. */
function lengthsOf({ starts, features }: SentenceRows, row: number, hashes: Uint32Array, idf: Float64Array): number[] {
  const squares = VIEWS.map((view) => SENTENCE_SMOOTHING[view]);
  for (let at = starts[row]!; at < starts[row + 1]!; at++) {
    const feature = features[at]!;
    squares[placeOfView(hashes[feature]!)]! += idf[feature]! ** 2;
  }
  return squares.map(Math.sqrt);
}

const placeOfView = (hash: number): number => VIEWS.indexOf(viewOf(hash));
