import { ACTS } from '../assessment.ts';
import type { View } from './hash.ts';
import { type ClassifierNumbers, type FlatClassifier, idfAt } from './model.ts';

/** Acts are told by words: a regression for each, of which the one that says most has a say in the log odds. */
export const ACT_VIEW: View = 'words';

/** What the words of a mail say of each act. */
export interface ActSums {
  clear(): void;
  /** Adds a feature of the words, by its place in the model. */
  add(place: number): void;
  /** What the act that is said most adds to the log odds. @param length of the mail: the root of its squares */
  most(length: number): number;
}

export function createActSums(flat: FlatClassifier, { acts }: Pick<ClassifierNumbers, 'acts'>): ActSums {
  const sums = new Float64Array(ACTS.length);
  return {
    clear: () => void sums.fill(0),
    add(place) {
      const idf = idfAt(flat, place);
      const row = (place - acts.first) * ACTS.length;
      for (let act = 0; act < sums.length; act++) sums[act]! += idf * flat.actWeight[row + act]!;
    },
    most(length) {
      const scores = sums.map((sum, act) => (sum * acts.scales[act]!) / length + acts.biases[act]!);
      return acts.slope * Math.max(...scores);
    },
  };
}
