import { z } from 'zod';
import type { View } from './hash.ts';

const View_ = z.strictObject({
  smoothing: z.number(), // added to the squared length of every mail, so that few words cannot speak loudly
  slope: z.number(), // of its raw score in the log odds
});

/** A trained classifier as it is kept in a file: features sorted by hash, one inverse document frequency and weight each. */
export const ClassifierModel = z.strictObject({
  trainedOn: z.int(), // mails
  background: z.int(), // harmless texts beside them
  exercises: z.int(), // generated texts beside them
  views: z.strictObject({ letters: View_, words: View_, clauses: View_ } satisfies Record<View, unknown>),
  offset: z.number(), // log odds = offset + what the views say
  letters: z.strictObject({
    slope: z.number(),
    offset: z.number(),
    settled: z.number(), // log odds by letters alone, below which words and clauses are not read
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
}

const IDF_SCALE = 1000;

/** @returns the model of trained features, sorted by hash. */
export function packModel(
  features: readonly LearnedFeature[],
  numbers: Omit<ClassifierModel, 'weightScale' | 'hashes' | 'idf' | 'weights'>,
): ClassifierModel {
  const sorted = [...features].sort((a, b) => a.hash - b.hash);
  const largest = Math.max(1e-9, ...sorted.map(({ weight }) => Math.abs(weight)));
  const weightScale = largest / 32767;
  return {
    ...numbers,
    weightScale,
    hashes: base64(Uint32Array.from(sorted, ({ hash }) => hash)),
    idf: base64(Uint16Array.from(sorted, ({ idf }) => Math.round(idf * IDF_SCALE))),
    weights: base64(Int16Array.from(sorted, ({ weight }) => Math.round(weight / weightScale))),
  };
}

/** Each feature with its idf and its weight times that idf. */
export function unpackFeatures(model: ClassifierModel): ReadonlyMap<number, { idf: number; value: number }> {
  const hashes = array(Uint32Array, model.hashes);
  const idf = array(Uint16Array, model.idf);
  const weights = array(Int16Array, model.weights);
  const index = new Map<number, { idf: number; value: number }>();
  hashes.forEach((hash, i) => {
    const own = idf[i]! / IDF_SCALE;
    index.set(hash, { idf: own, value: own * weights[i]! * model.weightScale });
  });
  return index;
}

const base64 = (array: Uint32Array | Uint16Array | Int16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** Copied, since a view needs an aligned buffer. */
function array<A>(type: { new (buffer: ArrayBuffer): A }, text: string): A {
  const bytes = Buffer.from(text, 'base64');
  return new type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}
