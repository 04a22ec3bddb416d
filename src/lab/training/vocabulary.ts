import { LEAST_MAILS } from './least-mails.ts';
import type { TrainingText } from './training-texts.ts';

/** What is learned, by position in the common list of hashes. */
export interface Vocabulary {
  readonly idf: Float64Array; // inverse document frequency; 0 for what is not learned
  readonly supported: Uint8Array; // 1: more pens use it rather in harassment than the other way round
}

/** And in those of this many senders and pens, so that no name or topic is learned. */
const LEAST_SENDERS = 3;
const LEAST_PENS = 2;
const LEAST_IDF = 0.01;

/** The features that enough mails have; background and exercises count for their frequency only. */
export function vocabularyOf(texts: readonly TrainingText[], size: number): Vocabulary {
  const shares = new Float64Array(size);
  const pens = new Map<string, Pen>();
  let total = 0;
  for (const { features, share, origin, positive } of texts) {
    total += share;
    for (const feature of features) shares[feature]! += share;
    if (origin.kind !== 'mail') continue;
    const pen = pens.get(origin.pen) ?? newPen(size);
    pens.set(origin.pen, pen);
    const counts = positive ? pen.positive : pen.negative;
    for (const feature of features) counts[feature]!++;
    if (positive) pen.positives++;
    else pen.negatives++;
  }
  const senders = countSenders(texts, size);
  const idf = new Float64Array(size);
  const supported = new Uint8Array(size);
  for (let feature = 0; feature < size; feature++) {
    let [mails, using, more, less] = [0, 0, 0, 0];
    for (const { positive, negative, positives, negatives } of pens.values()) {
      const uses = positive[feature]! + negative[feature]!;
      if (uses === 0) continue;
      mails += uses;
      using++;
      const lean = positive[feature]! / Math.max(1, positives) - negative[feature]! / Math.max(1, negatives);
      if (lean > 0) more++;
      else if (lean < 0) less++;
    }
    if (mails < LEAST_MAILS || using < LEAST_PENS || senders[feature]! < LEAST_SENDERS) continue;
    idf[feature] = Math.max(LEAST_IDF, Math.log(total / shares[feature]!));
    supported[feature] = more > less ? 1 : 0;
  }
  return { idf, supported };
}

interface Pen {
  readonly positive: Uint32Array; // mails with the feature
  readonly negative: Uint32Array;
  positives: number;
  negatives: number;
}

const newPen = (size: number): Pen => ({
  positive: new Uint32Array(size),
  negative: new Uint32Array(size),
  positives: 0,
  negatives: 0,
});

/** How many senders use each feature, counted up to `LEAST_SENDERS`. */
function countSenders(texts: readonly TrainingText[], size: number): Uint8Array {
  const bySender = new Map<string, TrainingText[]>();
  for (const text of texts) {
    if (text.origin.kind !== 'mail') continue;
    bySender.set(text.origin.sender, [...(bySender.get(text.origin.sender) ?? []), text]);
  }
  const counts = new Uint8Array(size);
  for (const mails of bySender.values()) {
    for (const feature of new Set(mails.flatMap(({ features }) => [...features])))
      if (counts[feature]! < LEAST_SENDERS) counts[feature]!++;
  }
  return counts;
}
