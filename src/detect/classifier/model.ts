import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type View, viewOf } from './hash.ts';
import { JUDGED_LANGUAGES } from './language.ts';

const View_ = z.strictObject({
  smoothing: z.number(), // added to the squared length of every mail, so that few words cannot speak loudly
  slope: z.number(), // of its raw score in the log odds
});

/** How a score becomes log odds that a harassing mail is such a one. */
const Telling = z.strictObject({ slope: z.number(), offset: z.number() });

/** A trained classifier as it is kept in a file: features sorted by hash, one inverse document frequency and weight each. */
export const ClassifierModel = z.strictObject({
  language: z.enum(JUDGED_LANGUAGES).default('ja'),
  trainedOn: z.int(), // mails
  background: z.int(), // harmless texts beside them
  exercises: z.int(), // generated texts beside them
  views: z.strictObject({ letters: View_, words: View_, clauses: View_, senses: View_ } satisfies Record<
    View,
    unknown
  >),
  offset: z.number(), // log odds = offset + what the views say
  letters: z.strictObject({
    slope: z.number(),
    offset: z.number(),
    settled: z.number(), // log odds by letters alone, below which nothing else is read
  }),
  acts: z.strictObject({
    slope: z.number(), // of the act that is said most, in the log odds
    telling: z.strictObject({ acts: Telling, grave: Telling }),
    biases: z.array(z.number()), // in the order of TOLD
    scales: z.array(z.number()), // of its 16-bit weights
    weights: z.base64(), // Int16: of every feature of the words, by hash, for every act
  }),
  sentences: z.strictObject({
    slope: z.number(), // of the odds of all sentences together, in the log odds
    bias: z.number(),
    scale: z.number(), // of its 16-bit weights
    weights: z.base64(), // Int16: of every feature
  }),
  weightScale: z.number(), // of the 16-bit weights
  hashes: z.base64(), // Uint32, little-endian; the highest bits tell the view
  idf: z.base64(), // Uint16, thousandths
  weights: z.base64(), // Int16
});
export type ClassifierModel = z.output<typeof ClassifierModel>;

/** What is learned of one feature. */
export interface LearnedFeature {
  readonly hash: number;
  readonly idf: number;
  readonly weight: number;
  readonly sentenceWeight: number; // in a sentence by itself
}

/** What is learned of acts and of what is grave: of every feature of the words a weight for each, in the order of TOLD. */
export interface LearnedActs {
  readonly slope: number;
  readonly telling: ClassifierModel['acts']['telling'];
  readonly biases: readonly number[];
  readonly weights: ReadonlyMap<number, readonly number[]>; // by hash
}

/** What is learned of sentences beside the weights of the features. */
export type LearnedSentences = Pick<ClassifierModel['sentences'], 'slope' | 'bias'>;

const IDF_SCALE = 1000;

/** @returns the model of trained features, sorted by hash. */
export function packModel(
  features: readonly LearnedFeature[],
  acts: LearnedActs,
  sentences: LearnedSentences,
  numbers: Omit<ClassifierModel, 'acts' | 'sentences' | 'weightScale' | 'hashes' | 'idf' | 'weights'>,
): ClassifierModel {
  const sorted = [...features].sort((a, b) => a.hash - b.hash);
  const weightScale = scaleOf(sorted.map(({ weight }) => weight));
  const scale = scaleOf(sorted.map(({ sentenceWeight }) => sentenceWeight));
  return {
    ...numbers,
    acts: packActs(sorted, acts),
    sentences: {
      ...sentences,
      scale,
      weights: base64(Int16Array.from(sorted, ({ sentenceWeight }) => Math.round(sentenceWeight / scale))),
    },
    weightScale,
    hashes: base64(Uint32Array.from(sorted, ({ hash }) => hash)),
    idf: base64(Uint16Array.from(sorted, ({ idf }) => Math.round(idf * IDF_SCALE))),
    weights: base64(Int16Array.from(sorted, ({ weight }) => Math.round(weight / weightScale))),
  };
}

/** What one step of a 16-bit weight is worth. */
const scaleOf = (weights: readonly number[]): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 32767;

function packActs(
  sorted: readonly LearnedFeature[],
  { slope, telling, biases, weights }: LearnedActs,
): ClassifierModel['acts'] {
  const rows = sorted.flatMap(({ hash }) =>
    viewOf(hash) === 'words' ? [weights.get(hash) ?? biases.map(() => 0)] : [],
  );
  const scales = biases.map((_, act) => scaleOf(rows.map((row) => row[act]!)));
  const packed = new Int16Array(rows.length * biases.length);
  rows.forEach((row, i) => {
    row.forEach((weight, act) => {
      packed[i * biases.length + act] = Math.round(weight / scales[act]!);
    });
  });
  return { slope, telling, biases: [...biases], scales, weights: base64(packed) };
}

/** A model in flat arrays, which threads share and a file keeps. */
export interface FlatClassifier {
  readonly numbers: Uint8Array; // JSON of `ClassifierNumbers`
  readonly featureHash: Uint32Array; // sorted
  readonly featureIdf: Uint16Array;
  readonly featureWeight: Int16Array;
  readonly actWeight: Int16Array; // of each feature of the words, for each act
  readonly sentenceWeight: Int16Array; // of each feature, in a sentence by itself
  readonly featureSlot: Int32Array; // a hash table of the features' places, counted from 1; its length is a power of two
}

export type ClassifierNumbers = Pick<ClassifierModel, 'language' | 'views' | 'offset' | 'letters' | 'weightScale'> & {
  readonly acts: Omit<ClassifierModel['acts'], 'weights'> & { readonly first: number }; // place of the first feature of the words
  readonly sentences: Omit<ClassifierModel['sentences'], 'weights'>;
  readonly version: string; // the same for the same training
};

export function flattenModel({
  language,
  views,
  offset,
  letters,
  weightScale,
  acts,
  sentences,
  ...model
}: ClassifierModel): FlatClassifier {
  const { weights, ...said } = acts;
  const { weights: ofSentences, ...alone } = sentences;
  const version = createHash('sha256')
    .update(model.weights)
    .update(weights)
    .update(ofSentences)
    .update(model.hashes)
    .digest('hex')
    .slice(0, 12);
  const featureHash = array(Uint32Array, model.hashes);
  const first = featureHash.findIndex((hash) => viewOf(hash) === 'words');
  const numbers: ClassifierNumbers = {
    language,
    views,
    offset,
    letters,
    acts: { ...said, first },
    sentences: alone,
    weightScale,
    version,
  };
  return {
    numbers: Uint8Array.from(Buffer.from(JSON.stringify(numbers))),
    featureHash,
    featureIdf: array(Uint16Array, model.idf),
    featureWeight: array(Int16Array, model.weights),
    actWeight: array(Int16Array, weights),
    sentenceWeight: array(Int16Array, ofSentences),
    featureSlot: slotsOf(featureHash),
  };
}

export const numbersOf = ({ numbers }: FlatClassifier): ClassifierNumbers =>
  JSON.parse(Buffer.from(numbers).toString());

function slotsOf(hashes: Uint32Array): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, hashes.length) * 2)));
  hashes.forEach((hash, i) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  });
  return slots;
}

/** The place of a feature; -1 when nothing was learned of it. */
export function placeOf({ featureHash, featureSlot }: FlatClassifier, feature: number): number {
  const mask = featureSlot.length - 1;
  for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
    const place = featureSlot[slot]! - 1;
    if (place < 0 || featureHash[place] === feature) return place;
  }
}

export const idfAt = ({ featureIdf }: FlatClassifier, place: number): number => featureIdf[place]! / IDF_SCALE;

const base64 = (array: Uint32Array | Uint16Array | Int16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** Copied, since a view needs an aligned buffer. */
function array<A>(type: { new (buffer: ArrayBuffer): A }, text: string): A {
  const bytes = Buffer.from(text, 'base64');
  return new type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}
