import { createHash } from 'node:crypto';
import type { Abstention } from '../assessment.ts';
import { abstentionOn } from './abstention.ts';
import { featuresIn, type Readable } from './features.ts';
import { VIEWS, type View } from './hash.ts';
import { type ClassifierModel, unpackFeatures } from './model.ts';

/** The learned second opinion beside the dictionaries. */
export interface Classifier {
  readonly version: string; // the same for the same training
  /** Judges a mail by the sentences of its own text. */
  judge(sentences: readonly Readable[]): Judgement;
}

export interface Judgement {
  readonly probability: number; // 0 to 1, that the mail is harassment, where one mail in fifty is
  readonly strongest: number | null; // the sentence that spoke most for it; null where none did
  readonly abstained: Abstention | null;
}

/** What a mail shows in one view. */
interface Seen {
  readonly log: number; // what it adds to the log odds, times the view's slope already
  readonly shares: readonly number[]; // of each sentence in that
  readonly known: number;
  readonly all: number;
}

/**
 * Linear, on binary features weighted by idf and scaled to a length below 1 in each view. Where the letters alone say that
 * nothing is the matter, which they do of most mails, words and clauses are not read.
 */
export function createClassifier(model: ClassifierModel): Classifier {
  const index = unpackFeatures(model);
  const { letters, offset } = model;

  function look(view: View, sentences: readonly Readable[]): Seen {
    const { smoothing, slope } = model.views[view];
    const seen = new Set<number>();
    const shares: number[] = [];
    let [known, sum, square] = [0, 0, smoothing];
    for (const sentence of sentences) {
      let share = 0;
      for (const feature of featuresIn(view, sentence)) {
        const found = index.get(feature);
        if (found !== undefined) share += found.value;
        if (seen.has(feature)) continue;
        seen.add(feature);
        if (found === undefined) continue;
        known++;
        sum += found.value;
        square += found.idf ** 2;
      }
      shares.push(share);
    }
    const scale = slope / Math.sqrt(square);
    return { log: sum * scale, shares: shares.map((share) => share * scale), known, all: seen.size };
  }

  return {
    version: createHash('sha256').update(model.weights).update(model.hashes).digest('hex').slice(0, 12),
    judge(sentences) {
      const first = look('letters', sentences);
      const abstained = abstentionOn(
        sentences.map(({ written }) => written),
        first.known,
        first.all,
      );
      const early = letters.offset + (first.log * letters.slope) / model.views.letters.slope;
      if (abstained !== null || early < letters.settled)
        return { probability: probability(early), strongest: strongestOf([first]), abstained };
      const all = VIEWS.map((view) => (view === 'letters' ? first : look(view, sentences)));
      const log = all.reduce((sum, seen) => sum + seen.log, offset);
      return { probability: probability(log), strongest: strongestOf(all), abstained };
    },
  };
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

function strongestOf(views: readonly Seen[]): number | null {
  const sums = (views[0]?.shares ?? []).map((_, i) => views.reduce((sum, { shares }) => sum + shares[i]!, 0));
  const most = Math.max(0, ...sums);
  return most > 0 ? sums.indexOf(most) : null;
}
