import type { Abstention } from '../assessment.ts';
import { abstentionOn } from './abstention.ts';
import { ACT_VIEW, createActSums } from './acts.ts';
import { eachFeatureIn, type Readable } from './features.ts';
import { VIEWS, type View } from './hash.ts';
import { type ClassifierModel, type FlatClassifier, flattenModel, idfAt, numbersOf, placeOf } from './model.ts';
import { createSeen, FIRST, SAME } from './seen.ts';
import { createSentenceSums, oddsTogether } from './sentences.ts';

/** The learned second opinion beside the dictionaries. */
export interface Classifier {
  readonly version: string; // the same for the same training
  /** Judges a mail by the sentences of its own text. */
  judge(sentences: readonly Readable[]): Judgement;
}

export interface Judgement {
  readonly probability: number; // 0 to 1, that the mail is harassment, where one mail in fifty is
  readonly strongest: number | null; // the sentence that speaks most for it by itself; null where none does
  readonly abstained: Abstention | null;
}

/** What a mail shows in one view. */
interface Seen {
  readonly log: number; // what it adds to the log odds, times the view's slope already
  readonly known: number;
  readonly all: number;
}

/**
 * Linear, on binary features weighted by idf and scaled to a length below 1 in each view; beside them the act that the words say
 * most, and what the sentences say each by itself. Where the letters alone say that nothing is the matter, which they do of most mails,
 * words and clauses are not read.
 */
export const createClassifier = (model: ClassifierModel): Classifier => classifierOver(flattenModel(model));

export function classifierOver(flat: FlatClassifier): Classifier {
  const model = numbersOf(flat);
  const { letters, offset, weightScale, sentences: alone, version } = model;
  const seen = createSeen((feature) => placeOf(flat, feature));
  const said = createActSums(flat, model);
  const each = createSentenceSums(flat, model);

  function look(view: View, sentences: readonly Readable[]): Seen {
    const { smoothing, slope } = model.views[view];
    const tellsActs = view === ACT_VIEW;
    let [known, sum, square] = [0, 0, smoothing];
    let at = 0;
    const add = (feature: number) => {
      const news = seen.note(feature, at);
      if (seen.place < 0 || news === SAME) return;
      each.add(seen.place);
      if (news !== FIRST) return;
      const idf = idfAt(flat, seen.place);
      known++;
      sum += idf * flat.featureWeight[seen.place]!;
      square += idf ** 2;
      if (tellsActs) said.add(seen.place);
    };
    seen.clear();
    if (tellsActs) said.clear();
    for (at = 0; at < sentences.length; at++) {
      eachFeatureIn(view, sentences[at]!, add);
      each.end(view, at);
    }
    const length = Math.sqrt(square);
    return {
      log: (sum * weightScale * slope) / length + (tellsActs ? said.most(length) : 0),
      known,
      all: seen.size(),
    };
  }

  return {
    version,
    judge(sentences) {
      each.clear();
      const first = look('letters', sentences);
      const abstained = abstentionOn(
        sentences.map(({ written }) => written),
        first.known,
        first.all,
      );
      const early = letters.offset + (first.log * letters.slope) / model.views.letters.slope;
      if (abstained !== null || early < letters.settled)
        return { probability: probability(early), strongest: strongestOf(each.odds(), alone.bias), abstained };
      const all = VIEWS.map((view) => (view === 'letters' ? first : look(view, sentences)));
      const log = all.reduce(
        (sum, seen) => sum + seen.log,
        offset + alone.slope * oddsTogether(each.odds(), alone.bias),
      );
      return {
        probability: probability(log),
        strongest: strongestOf(each.odds(), alone.bias),
        abstained,
      };
    },
  };
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

function strongestOf(odds: readonly number[], bias: number): number | null {
  const most = Math.max(bias, ...odds);
  return most > bias ? odds.indexOf(most) : null;
}
