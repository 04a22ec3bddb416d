import type { Abstention } from '../assessment.ts';
import { abstentionOn } from './abstention.ts';
import { ACT_VIEW, createActSums, shareOfAct } from './acts.ts';
import { eachFeatureIn, type Readable } from './features.ts';
import { VIEWS, type View } from './hash.ts';
import { type ClassifierModel, type FlatClassifier, flattenModel, idfAt, numbersOf, placeOf } from './model.ts';
import { createSeen, FIRST, SAME } from './seen.ts';
import { type FlatSite, learnedOver } from './site.ts';

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
  /** What was learned here, and the probability by the shipped weights alone. Not there where that is all that judged. */
  readonly site?: { readonly version: string; readonly without: number };
}

/** What a mail shows in one view. */
interface Seen {
  readonly log: number; // what it adds to the log odds, times the view's slope already
  readonly learned: number; // the same by what was learned here
  readonly shares: readonly number[]; // of each sentence in that
  readonly known: number;
  readonly all: number;
}

/**
 * Linear, on binary features weighted by idf and scaled to a length below 1 in each view; beside them the act that the words say
 * most. Where the letters alone say that
 * nothing is the matter, which they do of most mails, words and clauses are not read.
 */
export const createClassifier = (model: ClassifierModel): Classifier => classifierOver(flattenModel(model));

/** @param site what was learned here; null: nothing */
export function classifierOver(flat: FlatClassifier, site: FlatSite | null = null): Classifier {
  const model = numbersOf(flat);
  const { letters, offset, weightScale, version } = model;
  const here = site && learnedOver(flat, site);
  const seen = createSeen((feature) => placeOf(flat, feature));
  const said = createActSums(flat, model);

  function look(view: View, sentences: readonly Readable[]): Seen {
    const { smoothing, slope } = model.views[view];
    const tellsActs = view === ACT_VIEW;
    const shares: number[] = [];
    const places: number[][] = []; // of each sentence, where acts are told
    let [known, sum, learned, square] = [0, 0, 0, smoothing];
    let share = 0;
    const add = (feature: number) => {
      const news = seen.note(feature, shares.length);
      if (seen.place < 0) return;
      if (tellsActs) places.at(-1)!.push(seen.place);
      if (news === SAME) return;
      const idf = idfAt(flat, seen.place);
      const value = idf * flat.featureWeight[seen.place]! * weightScale;
      const own = here === null ? 0 : idf * here.deltas[seen.place]!;
      share += value + own;
      if (news !== FIRST) return;
      known++;
      sum += value;
      learned += own;
      square += idf ** 2;
      if (tellsActs) said.add(seen.place);
    };
    seen.clear();
    if (tellsActs) said.clear();
    for (const sentence of sentences) {
      share = 0;
      if (tellsActs) places.push([]);
      eachFeatureIn(view, sentence, add);
      shares.push(share);
    }
    const length = Math.sqrt(square);
    const scale = slope / length;
    const byActs = tellsActs ? actIn(places, length) : null;
    return {
      log: sum * scale + (byActs?.log ?? 0),
      learned: learned * scale,
      shares: shares.map((share, i) => share * scale + (byActs?.shares[i] ?? 0)),
      known,
      all: seen.size(),
    };
  }

  /** What the act that is said most adds, and each sentence's share in it. @param places of the features of each sentence */
  function actIn(places: readonly (readonly number[])[], length: number): Pick<Seen, 'log' | 'shares'> {
    const most = said.most(length);
    const shares = places.map((own) =>
      own.reduce((share, place) => share + shareOfAct(flat, model, most, place, length), 0),
    );
    return { log: most.log, shares };
  }

  return {
    version,
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
      const added = here?.added(all.reduce((sum, seen) => sum + seen.learned, 0)) ?? 0;
      return {
        probability: probability(log + added),
        strongest: strongestOf(all),
        abstained,
        ...(here === null ? {} : { site: { version: here.version, without: probability(log) } }),
      };
    },
  };
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

function strongestOf(views: readonly Seen[]): number | null {
  const sums = (views[0]?.shares ?? []).map((_, i) => views.reduce((sum, { shares }) => sum + shares[i]!, 0));
  const most = Math.max(0, ...sums);
  return most > 0 ? sums.indexOf(most) : null;
}
