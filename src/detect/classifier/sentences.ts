import type { View } from './hash.ts';
import { type ClassifierNumbers, type FlatClassifier, idfAt } from './model.ts';

/** Added to the squared length of a sentence in each view, so that a word alone cannot speak loudly: about what a usual sentence has. */
export const SENTENCE_SMOOTHING: Readonly<Record<View, number>> = { letters: 300, words: 30, clauses: 30, senses: 60 };

/**
 * What the sentences of a mail say, each by itself: log odds that it is one of those that a reader would mark. A sum over the whole mail
 * drowns the one sentence that decides.
 */
export interface SentenceSums {
  clear(): void;
  /** Adds a feature of the sentence at hand, by its place in the model; each once. */
  add(place: number): void;
  /** What was added is what a view shows of a sentence of the mail. */
  end(view: View, sentence: number): void;
  /** Of each sentence, by the views that were read. */
  odds(): readonly number[];
}

export function createSentenceSums(
  flat: FlatClassifier,
  { sentences: { bias, scale } }: Pick<ClassifierNumbers, 'sentences'>,
): SentenceSums {
  let odds: number[] = [];
  let [sum, square] = [0, 0];
  return {
    clear: () => {
      odds = [];
    },
    add(place) {
      const idf = idfAt(flat, place);
      sum += idf * flat.sentenceWeight[place]!;
      square += idf * idf;
    },
    end(view, sentence) {
      odds[sentence] = (odds[sentence] ?? bias) + (sum * scale) / Math.sqrt(square + SENTENCE_SMOOTHING[view]);
      [sum, square] = [0, 0];
    },
    odds: () => odds,
  };
}

/** The log of the sum of odds: one sentence that is sure says as much as several that are less so. @param none of a mail without sentences */
export function oddsTogether(odds: readonly number[], none: number): number {
  if (odds.length === 0) return none;
  const most = Math.max(...odds);
  return most + Math.log(odds.reduce((sum, one) => sum + Math.exp(one - most), 0));
}

/** How much each sentence has of what they say together; together 1. */
export function sharesOf(odds: readonly number[]): Float64Array {
  const most = Math.max(...odds);
  const each = Float64Array.from(odds, (one) => Math.exp(one - most));
  const all = each.reduce((sum, one) => sum + one, 0);
  return each.map((one) => one / all);
}
