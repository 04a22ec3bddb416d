import { type ClassifierModel, hashedFeatures, packModel } from '../detect/index.ts';
import { calibrate, fitLogistic, type Regression, type Rows } from './regression.ts';

/** A labelled mail made ready for training. */
export interface TrainingMail {
  readonly sentences: readonly string[]; // folded own text
  readonly groups: readonly string[]; // of the entries that matched
  readonly sender: string;
  readonly positive: boolean;
  readonly fold: number; // mails of one fold are held out together
}

/** A feature must occur in this many mails of this many senders, so that no name is learned. */
const LEAST_MAILS = 5;
const LEAST_SENDERS = 3;
const PENALTY = 2e-5;
const ROUNDS = 300;

/** A classifier trained on all mails, and for every fold one that never saw it, all on the same scale. Deterministic. */
export interface Trained {
  readonly model: ClassifierModel;
  readonly heldOut: ReadonlyMap<number, ClassifierModel>; // by fold
}

/** Slope and offset of the log odds come from the scores of mails that were held out. */
export function trainClassifier(mails: readonly TrainingMail[]): Trained {
  const prepared = mails.map(prepare);
  const scores: number[] = [];
  const positive: boolean[] = [];
  const fitted = [...new Set(mails.map(({ fold }) => fold))].map((fold) => {
    const fit = fitRegression(prepared.filter((mail) => mail.fold !== fold));
    for (const mail of prepared) {
      if (mail.fold !== fold) continue;
      scores.push(rawScore(mail, fit));
      positive.push(mail.positive);
    }
    return [fold, fit] as const;
  });
  const calibration = calibrate(scores, positive);
  return {
    model: pack(fitRegression(prepared), calibration),
    heldOut: new Map(fitted.map(([fold, fit]) => [fold, pack(fit, calibration)])),
  };
}

interface Prepared extends TrainingMail {
  readonly hashes: ReadonlySet<number>;
}

const prepare = (mail: TrainingMail): Prepared => ({
  ...mail,
  hashes: hashedFeatures(mail.sentences, mail.groups),
});

interface Feature {
  readonly position: number;
  readonly idf: number;
}

interface Fit {
  readonly vocabulary: ReadonlyMap<number, Feature>;
  readonly regression: Regression;
  readonly mails: number;
}

function fitRegression(mails: readonly Prepared[]): Fit {
  const vocabulary = vocabularyOf(mails);
  const regression = fitLogistic(rowsOf(mails, vocabulary), vocabulary.size, { penalty: PENALTY, rounds: ROUNDS });
  return { vocabulary, regression, mails: mails.length };
}

function pack({ vocabulary, regression, mails }: Fit, calibration: { slope: number; offset: number }): ClassifierModel {
  const features = [...vocabulary].map(([hash, { position, idf }]) => ({
    hash,
    idf,
    weight: regression.weights[position]!,
  }));
  return packModel(features, { trainedOn: mails, bias: regression.bias, ...calibration });
}

function vocabularyOf(mails: readonly Prepared[]): Map<number, Feature> {
  const seen = new Map<number, { mails: number; senders: Set<string> }>();
  for (const { hashes, sender } of mails) {
    for (const hash of hashes) {
      const counts = seen.get(hash) ?? { mails: 0, senders: new Set<string>() };
      counts.mails++;
      if (counts.senders.size < LEAST_SENDERS) counts.senders.add(sender);
      seen.set(hash, counts);
    }
  }
  const vocabulary = new Map<number, Feature>();
  for (const [hash, counts] of seen) {
    if (counts.mails < LEAST_MAILS || counts.senders.size < LEAST_SENDERS) continue;
    vocabulary.set(hash, { position: vocabulary.size, idf: Math.log(mails.length / counts.mails) });
  }
  return vocabulary;
}

interface Term {
  readonly position: number;
  readonly value: number;
}

/** The known features of a mail, their idf scaled so that the vector has length 1. */
function vectorOf({ hashes }: Prepared, vocabulary: ReadonlyMap<number, Feature>): Term[] {
  const known = [...hashes].flatMap((hash) => vocabulary.get(hash) ?? []);
  const length = Math.sqrt(known.reduce((sum, { idf }) => sum + idf * idf, 0)) || 1;
  return known.map(({ position, idf }) => ({ position, value: idf / length }));
}

function rowsOf(mails: readonly Prepared[], vocabulary: ReadonlyMap<number, Feature>): Rows {
  const vectors = mails.map((mail) => vectorOf(mail, vocabulary));
  const starts = new Uint32Array(mails.length + 1);
  vectors.forEach((vector, i) => {
    starts[i + 1] = starts[i]! + vector.length;
  });
  const terms = vectors.flat();
  return {
    starts,
    features: Uint32Array.from(terms, ({ position }) => position),
    values: Float64Array.from(terms, ({ value }) => value),
    positive: Uint8Array.from(mails, ({ positive }) => (positive ? 1 : 0)),
  };
}

const rawScore = (mail: Prepared, { vocabulary, regression: { weights, bias } }: Fit): number =>
  vectorOf(mail, vocabulary).reduce((sum, { position, value }) => sum + weights[position]! * value, bias);
