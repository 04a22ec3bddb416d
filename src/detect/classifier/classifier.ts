import type { Abstention, ActProbability } from '../assessment.ts';
import { abstentionOn } from './abstention.ts';
import { ACT_VIEW, createToldSums } from './acts.ts';
import { eachFeatureIn, type Readable } from './features.ts';
import { VIEWS, type View } from './hash.ts';
import type { JudgedLanguage } from './language.ts';
import { type ClassifierModel, type FlatClassifier, flattenModel, idfAt, numbersOf, placeOf } from './model.ts';
import { createSeen, FIRST, SAME } from './seen.ts';
import { createSentenceSums, oddsTogether, sharesOf } from './sentences.ts';

/** What judges mails: in one language a regression over letters, words, clauses, senses, acts and sentences. */
export interface Classifier {
  readonly version: string; // the same for the same training
  /**
   * Judges a mail by the sentences of its own text, or some of them as if they were a mail.
   *
   * @param language what is to be judged as one language only; without it in all that are known
   */
  judge(sentences: readonly Readable[], language?: JudgedLanguage): Judgement;
}

export interface Judgement {
  readonly language: JudgedLanguage;
  readonly version: string; // of its judge
  readonly logOdds: number; // that the mail is harassment, where one mail in fifty is
  readonly base: number; // of them, what a mail that says nothing has
  readonly bySentence: Float64Array; // and what each sentence adds; together with `base` they are the log odds
  readonly acts: readonly ActProbability[]; // given that it is harassment; none where the letters alone settled it
  readonly grave: number; // the same of the gravest kind
  readonly abstained: Abstention | null; // then nothing else of this counts
}

/** What a mail shows in one view. */
interface Seen {
  readonly bySentence: Float64Array; // of each sentence, what it adds to the log odds; a feature counts where it stands first
  readonly known: number;
  readonly all: number;
  readonly length: number; // the root of its squares
}

/**
 * Linear, on binary features weighted by idf and scaled to a length below 1 in each view; beside them the act that the words say
 * most, and what the sentences say each by itself. Where the letters alone say that nothing is the matter, which they do of most mails,
 * words and clauses are not read.
 */
export const createClassifier = (model: ClassifierModel): Classifier => classifierOver(flattenModel(model));

export function classifierOver(flat: FlatClassifier): Classifier {
  const model = numbersOf(flat);
  const { language, letters, offset, weightScale, sentences: alone, version } = model;
  const judge = { language, version };
  const seen = createSeen((feature) => placeOf(flat, feature));
  const told = createToldSums(flat, model);
  const each = createSentenceSums(flat, model);

  function look(view: View, sentences: readonly Readable[]): Seen {
    const { smoothing, slope } = model.views[view];
    const bySentence = new Float64Array(sentences.length);
    let [known, square] = [0, smoothing];
    let at = 0;
    const add = (feature: number) => {
      const news = seen.note(feature, at);
      if (seen.place < 0 || news === SAME) return;
      each.add(seen.place);
      if (news !== FIRST) return;
      const idf = idfAt(flat, seen.place);
      known++;
      bySentence[at]! += idf * flat.featureWeight[seen.place]!;
      square += idf ** 2;
      if (view === ACT_VIEW) told.add(seen.place, at);
    };
    seen.clear();
    if (view === ACT_VIEW) told.clear(sentences.length);
    for (at = 0; at < sentences.length; at++) {
      eachFeatureIn(language, view, sentences[at]!, add);
      each.end(view, at);
    }
    const length = Math.sqrt(square);
    for (at = 0; at < sentences.length; at++) bySentence[at]! *= (weightScale * slope) / length;
    return { bySentence, known, all: seen.size(), length };
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
        language,
      );
      const slope = letters.slope / model.views.letters.slope;
      const early = first.bySentence.map((odds) => odds * slope);
      const settled = letters.offset + sumOf(early);
      if (abstained !== null || settled < letters.settled)
        return { ...judge, logOdds: settled, base: letters.offset, bySentence: early, acts: [], grave: 0, abstained };
      const bySentence = new Float64Array(sentences.length);
      const add = (more: Float64Array) => {
        for (const [at, odds] of more.entries()) bySentence[at]! += odds;
      };
      let base = offset;
      let said = { acts: [] as readonly ActProbability[], grave: 0 };
      for (const view of VIEWS) {
        const shown = view === 'letters' ? first : look(view, sentences);
        add(shown.bySentence);
        if (view !== ACT_VIEW) continue;
        const words = told.end(shown.length);
        add(words.bySentence);
        base += words.base;
        said = words;
      }
      // What all sentences together say beyond a mail without any, shared out by how much each has of it.
      const together = alone.slope * (oddsTogether(each.odds(), alone.bias) - alone.bias);
      add(sharesOf(each.odds()).map((share) => share * together));
      base += alone.slope * alone.bias;
      const { acts, grave } = said;
      return { ...judge, logOdds: base + sumOf(bySentence), base, bySentence, acts, grave, abstained };
    },
  };
}

const sumOf = (odds: Float64Array): number => odds.reduce((sum, one) => sum + one, 0);
