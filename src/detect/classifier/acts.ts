import { ACTS, type ActProbability } from '../assessment.ts';
import type { View } from './hash.ts';
import { type ClassifierNumbers, type FlatClassifier, idfAt } from './model.ts';

/** Acts are told by words: a regression for each, of which the one that says most has a say in the log odds. */
export const ACT_VIEW: View = 'words';

/** What the words of a mail tell by regressions of their own, in this order: each act, and that a harassing mail is of the gravest kind. */
export const TOLD = [...ACTS, 'grave'] as const;
const GRAVE = TOLD.indexOf('grave');

/** What the words of a mail tell, and how they are spread over its sentences. */
export interface Told {
  readonly base: number; // of the act that is said most, in a mail without words
  readonly bySentence: Float64Array; // what each sentence adds to the log odds by that act
  /** Of acts and gravity, given that the mail is harassment. */
  readonly acts: readonly ActProbability[]; // in the order of ACTS
  readonly grave: number;
}

export interface ToldSums {
  clear(sentences: number): void;
  /** Adds a feature of the words to a sentence, by its place in the model. */
  add(place: number, sentence: number): void;
  /** @param length of the mail: the root of its squares */
  end(length: number): Told;
}

export function createToldSums(flat: FlatClassifier, { acts }: Pick<ClassifierNumbers, 'acts'>): ToldSums {
  let sums = new Float64Array(0); // of each sentence, in the order of TOLD
  const of = (sentence: number, told: number) => sums[sentence * TOLD.length + told]! * acts.scales[told]!;
  return {
    clear: (sentences) => {
      sums = new Float64Array(sentences * TOLD.length);
    },
    add(place, sentence) {
      const idf = idfAt(flat, place);
      const row = (place - acts.first) * TOLD.length;
      const at = sentence * TOLD.length;
      for (let told = 0; told < TOLD.length; told++) sums[at + told]! += idf * flat.actWeight[row + told]!;
    },
    end(length) {
      const sentences = sums.length / TOLD.length;
      const scores = TOLD.map((_, told) => {
        let sum = 0;
        for (let at = 0; at < sentences; at++) sum += of(at, told);
        return sum / length + acts.biases[told]!;
      });
      const most = scores.indexOf(Math.max(...scores.slice(0, ACTS.length)));
      const { telling } = acts;
      return {
        base: acts.slope * acts.biases[most]!,
        bySentence: Float64Array.from({ length: sentences }, (_, at) => (acts.slope * of(at, most)) / length),
        acts: ACTS.map((act, i) => ({ act, probability: probabilityOf(line(telling.acts, scores[i]!)) })),
        grave: probabilityOf(line(telling.grave, scores[GRAVE]!)),
      };
    },
  };
}

const line = ({ slope, offset }: { slope: number; offset: number }, score: number): number => offset + slope * score;

/**
 * @example
 * probabilityOf(0) // → 0.5
 */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
