import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Abstention } from '../assessment.ts';
import { abstentionOn } from './abstention.ts';
import { classifierText, ngramHashes } from './features.ts';

/** The learned second opinion beside the dictionaries. */
export interface Classifier {
  readonly version: string; // the same for the same training
  /** Judges a mail by the folded sentences of its own text. */
  judge(sentences: readonly string[]): Judgement;
}

export interface Judgement {
  readonly probability: number; // 0 to 1, that the mail is harassment, where one mail in fifty is
  readonly strongest: number | null; // the sentence that spoke most for it; null where none did
  readonly abstained: Abstention | null;
}

/** A trained classifier as it is kept in a file: features sorted by hash, one inverse document frequency and weight each. */
export const ClassifierModel = z.strictObject({
  trainedOn: z.int(), // mails
  background: z.int(), // harmless texts beside them
  smoothing: z.number(), // added to the squared length of every mail, so that few words cannot speak loudly
  bias: z.number(),
  slope: z.number(), // log odds = slope × raw score + offset, fitted on held-out mails
  offset: z.number(),
  weightScale: z.number(), // of the 16-bit weights
  hashes: z.base64(), // Uint32, little-endian
  idf: z.base64(), // Uint16, thousandths
  weights: z.base64(), // Int16
});
export type ClassifierModel = z.output<typeof ClassifierModel>;

const IDF_SCALE = 1000;

/** Linear, on binary features weighted by idf and scaled to a length below 1. */
export function createClassifier(model: ClassifierModel): Classifier {
  const hashes = array(Uint32Array, model.hashes);
  const idf = array(Uint16Array, model.idf);
  const weights = array(Int16Array, model.weights);
  const index = new Map<number, number>();
  hashes.forEach((hash, i) => index.set(hash, i));
  const weightOf = (i: number) => idf[i]! * weights[i]!;

  return {
    version: createHash('sha256').update(model.weights).update(model.hashes).digest('hex').slice(0, 12),
    judge(sentences) {
      const seen = new Set<number>();
      let known = 0;
      let sum = 0;
      let square = 0;
      let strongest: number | null = null;
      let most = 0;
      for (const [at, sentence] of sentences.entries()) {
        let share = 0;
        for (const hash of ngramHashes(classifierText(sentence))) {
          const i = index.get(hash);
          if (i !== undefined) share += weightOf(i);
          if (seen.has(hash)) continue;
          seen.add(hash);
          if (i === undefined) continue;
          known++;
          sum += weightOf(i);
          square += (idf[i]! / IDF_SCALE) ** 2;
        }
        if (share <= most) continue;
        most = share;
        strongest = at;
      }
      const raw = model.bias + (sum * model.weightScale) / (IDF_SCALE * Math.sqrt(square + model.smoothing));
      return {
        probability: 1 / (1 + Math.exp(-(model.slope * raw + model.offset))),
        strongest,
        abstained: abstentionOn(sentences, known, seen.size),
      };
    },
  };
}

/** @returns the model's parts from trained arrays, sorted by hash. */
export function packModel(
  features: readonly { readonly hash: number; readonly idf: number; readonly weight: number }[],
  numbers: Pick<ClassifierModel, 'trainedOn' | 'background' | 'smoothing' | 'bias' | 'slope' | 'offset'>,
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

const base64 = (array: Uint32Array | Uint16Array | Int16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');

/** Copied, since a view needs an aligned buffer. */
function array<A>(type: { new (buffer: ArrayBuffer): A }, text: string): A {
  const bytes = Buffer.from(text, 'base64');
  return new type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}
