import {
  ACT_VIEW,
  type ClassifierModel,
  type JudgedLanguage,
  packModel,
  probabilityOf,
  VIEWS,
  type View,
  viewOf,
} from '../../detect/index.ts';
import { fitView, mostSaid, scoreOf, toldScoresOf, type ViewFit } from './fit.ts';
import { logOdds, type Opinion, opinionOf, type Telling, tellingOf } from './opinion.ts';
import { fitSentences, type SentenceFit, type SentenceRows, sentenceScoreOf } from './sentence-rows.ts';
import {
  inView,
  type TrainingMaterial,
  type TrainingText,
  type TrainingTexts,
  trainingTexts,
} from './training-texts.ts';

/** A text that was held out, and what the classifier that never saw its pen or source makes of it. */
export interface HeldOut {
  readonly from: string; // pen or source
  readonly kind: 'mail' | 'background';
  readonly positive: boolean;
  readonly probability: number;
}

/** A classifier trained on everything, and for every pen one that never saw it nor a few others, all on the same scale. */
export interface Trained {
  readonly model: ClassifierModel;
  readonly pens: ReadonlyMap<string, ClassifierModel>;
  readonly heldOut: readonly HeldOut[];
}

/** What is trained on, view by view, and what is held out in turn; null: nothing. */
export interface TrainingPlan {
  readonly language: JudgedLanguage;
  readonly hashes: Uint32Array; // that all views have together
  readonly views: readonly (Omit<TrainingTexts, 'sentences'> & { readonly view: View })[]; // in the order of VIEWS, the same texts in each
  readonly sentences: SentenceRows; // of the same texts
  readonly folds: readonly (Fold | null)[];
}

/** Pens, and the sources of the background that are held out with them. */
export interface Fold {
  readonly pens: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** What one training came to. */
export interface Fit {
  readonly views: readonly ViewFit[];
  readonly sentences: SentenceFit;
  readonly counts: Pick<ClassifierModel, 'trainedOn' | 'background' | 'exercises'>;
}

/** Each pen by itself would take as many trainings as there are pens, and hold out little more than this many do. */
const MOST_FOLDS = 5;

/**
 * Holds out every pen once, in folds of whole pens, and every source of the background with one of them. How much each view
 * says in the log odds comes from the mails that were held out. Deterministic.
 */
export function trainClassifier(material: TrainingMaterial): Trained {
  const plan = planOf(material);
  return trainedFrom(
    plan,
    plan.folds.map((fold) => fitWithout(plan, fold)),
  );
}

export function planOf(material: TrainingMaterial): TrainingPlan {
  const all = trainingTexts(material);
  const { hashes, sentences } = all;
  return {
    language: material.language ?? 'ja',
    hashes,
    views: VIEWS.map((view) => ({ view, ...inView(all, view) })),
    sentences,
    folds: [null, ...foldsOf(all.texts)],
  };
}

/** Trains on all that the fold does not hold out. */
export function fitWithout(
  { hashes, views, sentences }: Omit<TrainingPlan, 'folds' | 'language'>,
  fold: Fold | null,
): Fit {
  const used = (texts: readonly TrainingText[]) => texts.filter((text) => !isOut(text, fold));
  const { texts } = views[0]!;
  const fits = views.map(({ view, hashes: own, texts: all }) =>
    fitView(view, own.length, used(all), view === ACT_VIEW),
  );
  return {
    views: fits,
    sentences: fitSentences(sentences, hashes, idfOf(hashes, fits), (text) => !isOut(texts[text]!, fold)),
    counts: countsOf(used(views[0]!.texts)),
  };
}

/** Of each of the hashes that all views have together, as its view learned it. */
function idfOf(hashes: Uint32Array, fits: readonly ViewFit[]): Float64Array {
  const next = new Map(VIEWS.map((view) => [view, 0]));
  return Float64Array.from(hashes, (hash) => {
    const view = viewOf(hash);
    const at = next.get(view)!;
    next.set(view, at + 1);
    return fits[VIEWS.indexOf(view)]!.idf[at]!;
  });
}

/** @param fits by the order of the plan's folds */
export function trainedFrom(plan: TrainingPlan, fits: readonly Fit[]): Trained {
  const { views, folds } = plan;
  const held = folds.flatMap((fold, i) => (fold === null ? [] : [{ fold, fit: fits[i]! }]));
  const scores = held.flatMap(({ fold, fit }) =>
    views[0]!.texts.flatMap((text, i) => (isOut(text, fold) ? [{ ...text, ...scoresOf(plan, fit, i) }] : [])),
  );
  const opinion = opinionOf(
    scores.filter(({ origin }) => origin.kind === 'mail'),
    plan.language,
  );
  const telling = tellingOf(scores.filter(({ positive, origin }) => positive && origin.kind === 'mail'));
  return {
    model: pack(plan, fits[folds.indexOf(null)]!, opinion, telling),
    pens: new Map(
      held.flatMap(({ fold, fit }) => {
        const model = pack(plan, fit, opinion, telling);
        return [...fold.pens].map((pen) => [pen, model]);
      }),
    ),
    heldOut: scores.flatMap(({ origin, positive, scores: own }) =>
      origin.kind === 'exercise'
        ? []
        : [
            {
              from: origin.kind === 'mail' ? origin.pen : origin.source,
              kind: origin.kind,
              positive,
              probability: probabilityOf(logOdds(opinion, own)),
            },
          ],
    ),
  };
}

/** Of one text: of each view, of the act that it says most, and of its sentences together. */
function scoresOf(
  { hashes, views, sentences }: TrainingPlan,
  fit: Fit,
  text: number,
): { readonly scores: readonly number[]; readonly told: readonly number[] } {
  const tells = VIEWS.indexOf(ACT_VIEW);
  const told = toldScoresOf(views[tells]!.texts[text]!, fit.views[tells]!);
  const scores = [
    ...views.map(({ texts }, at) => scoreOf(texts[text]!, fit.views[at]!)),
    mostSaid(told),
    sentenceScoreOf(text, sentences, hashes, fit.sentences),
  ];
  return { scores, told };
}

const isOut = ({ origin }: TrainingText, fold: Fold | null): boolean =>
  (origin.kind === 'mail' && fold?.pens.has(origin.pen) === true) ||
  (origin.kind === 'background' && fold?.sources.has(origin.source) === true);

function foldsOf(texts: readonly TrainingText[]): Fold[] {
  const pens = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'mail' ? [origin.pen] : [])))];
  const sources = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'background' ? [origin.source] : [])))];
  const count = Math.min(MOST_FOLDS, pens.length);
  const share = (all: readonly string[], i: number) => new Set(all.filter((_, at) => at % count === i));
  return Array.from({ length: count }, (_, i) => ({ pens: share(pens, i), sources: share(sources, i) }));
}

function countsOf(texts: readonly TrainingText[]): Fit['counts'] {
  const count = (kind: TrainingText['origin']['kind']) => texts.filter(({ origin }) => origin.kind === kind).length;
  return { trainedOn: count('mail'), background: count('background'), exercises: count('exercise') };
}

function pack(
  { language, hashes: all, views }: TrainingPlan,
  fit: Fit,
  { slopes, offset, letters }: Opinion,
  telling: Telling,
): ClassifierModel {
  const alone = new Map(Array.from(all, (hash, i) => [hash, fit.sentences.weights[i]!]));
  const features = views.flatMap(({ hashes }, at) => {
    const { idf, weights } = fit.views[at]!;
    return Array.from(hashes, (hash, i) => ({
      hash,
      idf: idf[i]!,
      weight: weights[i]!,
      sentenceWeight: alone.get(hash)!,
    }));
  });
  const [forLetters, forWords, forClauses, forSenses] = fit.views.map(({ smoothing }, i) => ({
    smoothing,
    slope: slopes[i]!,
  }));
  const tells = VIEWS.indexOf(ACT_VIEW);
  const { told } = fit.views[tells]!;
  return packModel(
    features.filter((feature) => feature.idf > 0),
    {
      slope: slopes[VIEWS.length]!,
      telling,
      biases: told.map(({ bias }) => bias),
      weights: new Map(Array.from(views[tells]!.hashes, (hash, i) => [hash, told.map(({ weights }) => weights[i]!)])),
    },
    { slope: slopes[VIEWS.length + 1]!, bias: fit.sentences.bias },
    {
      language,
      ...fit.counts,
      views: { letters: forLetters!, words: forWords!, clauses: forClauses!, senses: forSenses! },
      offset,
      letters,
    },
  );
}
