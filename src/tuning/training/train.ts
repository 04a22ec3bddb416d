import { type ClassifierModel, packModel } from '../../detect/index.ts';
import type { Background } from './background.ts';
import { calibrate, fitLogistic, type Regression, type Rows } from './regression.ts';
import { type TrainingMail, type TrainingText, type TrainingTexts, trainingTexts } from './training-texts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Inverse strength of the L2 penalty. */
const C = 25;
const ROUNDS = 60;
/** Added to the squared length of every text, about half of what a usual mail has, so that short ones stay calm. */
const SMOOTHING = 2000;
/** Of the mails of an inbox that are harassment. */
const PRIOR = 1 / 50;

/** A text that was held out, and what the classifier that never saw its pen or source makes of it. */
export interface HeldOut {
  readonly from: string; // pen or source
  readonly kind: TrainingText['origin']['kind'];
  readonly positive: boolean;
  readonly probability: number;
}

/** A classifier trained on everything, and for every pen one that never saw it, all on the same scale. */
export interface Trained {
  readonly model: ClassifierModel;
  readonly pens: ReadonlyMap<string, ClassifierModel>;
  readonly heldOut: readonly HeldOut[];
}

/** What is trained on, and what is held out in turn; null: nothing. */
export interface TrainingPlan extends TrainingTexts {
  readonly folds: readonly (Fold | null)[];
}

/** A pen, and the sources of the background that are held out with it. */
export interface Fold {
  readonly pen: string;
  readonly sources: ReadonlySet<string>;
}

/**
 * Holds out every pen once, and every source of the background with one of them. Slope and offset of the log odds come
 * from the scores of the mails that were held out, then are moved to one harassing mail in fifty. Deterministic.
 */
export function trainClassifier(mails: readonly TrainingMail[], background: Background | null): Trained {
  const plan = planOf(mails, background);
  return trainedFrom(
    plan,
    plan.folds.map((fold) => fitWithout(plan, fold)),
  );
}

export function planOf(mails: readonly TrainingMail[], background: Background | null): TrainingPlan {
  const all = trainingTexts(mails, background);
  return { ...all, folds: [null, ...foldsOf(all.texts)] };
}

/** Trains on all that the fold does not hold out. */
export const fitWithout = ({ hashes, texts }: TrainingTexts, fold: Fold | null): Fit =>
  fitRegression(
    texts.filter((text) => !isOut(text, fold)),
    hashes.length,
  );

/** @param fits by the order of the plan's folds */
export function trainedFrom({ hashes, texts, folds }: TrainingPlan, fits: readonly Fit[]): Trained {
  const held = folds.flatMap((fold, i) => (fold === null ? [] : [{ fold, fit: fits[i]! }]));
  const scores = held.flatMap(({ fold, fit }) =>
    texts.filter((text) => isOut(text, fold)).map((text) => ({ text, score: rawScore(text, fit) })),
  );
  const calibration = calibrated(scores.filter(({ text }) => text.origin.kind === 'mail'));
  const { slope, offset } = calibration;
  return {
    model: pack(fits[folds.indexOf(null)]!, hashes, calibration),
    pens: new Map(held.map(({ fold: { pen }, fit }) => [pen, pack(fit, hashes, calibration)])),
    heldOut: scores.map(({ text: { origin, positive }, score }) => ({
      from: origin.kind === 'mail' ? origin.pen : origin.source,
      kind: origin.kind,
      positive,
      probability: 1 / (1 + Math.exp(-(slope * score + offset))),
    })),
  };
}

const isOut = ({ origin }: TrainingText, fold: Fold | null): boolean =>
  origin.kind === 'mail' ? origin.pen === fold?.pen : fold?.sources.has(origin.source) === true;

function foldsOf(texts: readonly TrainingText[]): Fold[] {
  const pens = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'mail' ? [origin.pen] : [])))];
  const sources = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'mail' ? [] : [origin.source])))];
  return pens.map((pen, i) => ({ pen, sources: new Set(sources.filter((_, at) => at % pens.length === i)) }));
}

interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** The files hold far more harassment than an inbox does. */
function calibrated(scores: readonly { readonly text: TrainingText; readonly score: number }[]): Calibration {
  const positive = scores.map(({ text }) => text.positive);
  const { slope, offset } = calibrate(
    scores.map(({ score }) => score),
    positive,
  );
  const share = (positive.filter(Boolean).length + 1) / (positive.length + 2);
  return { slope, offset: offset + logOdds(PRIOR) - logOdds(share) };
}

const logOdds = (share: number): number => Math.log(share / (1 - share));

/** What one training came to. */
export interface Fit {
  readonly vocabulary: Vocabulary;
  readonly regression: Regression;
  readonly mails: number;
  readonly background: number;
}

function fitRegression(texts: readonly TrainingText[], size: number): Fit {
  const vocabulary = vocabularyOf(texts, size);
  const { weights, bias } = fitLogistic(rowsOf(texts, vocabulary), size, { penalty: 1 / C, rounds: ROUNDS });
  weights.forEach((weight, feature) => {
    if (weight > 0 && vocabulary.supported[feature] === 0) weights[feature] = 0;
  });
  const mails = texts.filter(({ origin }) => origin.kind === 'mail').length;
  return { vocabulary, regression: { weights, bias }, mails, background: texts.length - mails };
}

function pack(
  { vocabulary: { idf }, regression: { weights, bias }, mails, background }: Fit,
  hashes: Uint32Array,
  calibration: Calibration,
): ClassifierModel {
  const features = Array.from(hashes, (hash, i) => ({ hash, idf: idf[i]!, weight: weights[i]! }));
  return packModel(
    features.filter((feature) => feature.idf > 0),
    { trainedOn: mails, background, smoothing: SMOOTHING, bias, ...calibration },
  );
}

/** What one known feature counts for in a text: its idf is divided by the text's length. */
function lengthOf({ features }: TrainingText, { idf }: Vocabulary): number {
  let square = SMOOTHING;
  for (const feature of features) square += idf[feature]! * idf[feature]!;
  return Math.sqrt(square);
}

function rowsOf(texts: readonly TrainingText[], vocabulary: Vocabulary): Rows {
  const known = texts.map(({ features }) => features.filter((feature) => vocabulary.idf[feature]! > 0));
  const starts = new Uint32Array(texts.length + 1);
  known.forEach((features, i) => {
    starts[i + 1] = starts[i]! + features.length;
  });
  const features = new Uint32Array(starts.at(-1)!);
  const values = new Float32Array(features.length);
  for (const [i, own] of known.entries()) {
    const length = lengthOf(texts[i]!, vocabulary);
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

function rawScore(text: TrainingText, { vocabulary, regression: { weights, bias } }: Fit): number {
  let sum = 0;
  for (const feature of text.features) sum += weights[feature]! * vocabulary.idf[feature]!;
  return bias + sum / lengthOf(text, vocabulary);
}
