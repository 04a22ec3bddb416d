import { ACT_VIEW, type ClassifierModel, packModel, VIEWS, type View } from '../../detect/index.ts';
import { actScoreOf, fitView, scoreOf, type ViewFit } from './fit.ts';
import { logOdds, type Opinion, opinionOf, probabilityOf } from './opinion.ts';
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
  readonly views: readonly (TrainingTexts & { readonly view: View })[]; // in the order of VIEWS, the same texts in each
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
  readonly counts: Pick<ClassifierModel, 'trainedOn' | 'background' | 'exercises'>;
}

/** Each pen by itself would take as many trainings as there are pens, and hold out little more than this many do. */
const MOST_FOLDS = 10;

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
  return { views: VIEWS.map((view) => ({ view, ...inView(all, view) })), folds: [null, ...foldsOf(all.texts)] };
}

/** Trains on all that the fold does not hold out. */
export function fitWithout({ views }: Pick<TrainingPlan, 'views'>, fold: Fold | null): Fit {
  const used = (texts: readonly TrainingText[]) => texts.filter((text) => !isOut(text, fold));
  return {
    views: views.map(({ view, hashes, texts }) => fitView(view, hashes.length, used(texts), view === ACT_VIEW)),
    counts: countsOf(used(views[0]!.texts)),
  };
}

/** @param fits by the order of the plan's folds */
export function trainedFrom({ views, folds }: TrainingPlan, fits: readonly Fit[]): Trained {
  const held = folds.flatMap((fold, i) => (fold === null ? [] : [{ fold, fit: fits[i]! }]));
  const scores = held.flatMap(({ fold, fit }) =>
    views[0]!.texts.flatMap((text, i) => (isOut(text, fold) ? [{ ...text, scores: scoresOf(views, fit, i) }] : [])),
  );
  const opinion = opinionOf(scores.filter(({ origin }) => origin.kind === 'mail'));
  return {
    model: pack(views, fits[folds.indexOf(null)]!, opinion),
    pens: new Map(
      held.flatMap(({ fold, fit }) => {
        const model = pack(views, fit, opinion);
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

/** Of one text: of each view, and last of the act that it says most. */
function scoresOf(views: TrainingPlan['views'], fit: Fit, text: number): number[] {
  const acts = VIEWS.indexOf(ACT_VIEW);
  return [
    ...views.map(({ texts }, at) => scoreOf(texts[text]!, fit.views[at]!)),
    actScoreOf(views[acts]!.texts[text]!, fit.views[acts]!),
  ];
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

function pack(views: TrainingPlan['views'], fit: Fit, { slopes, offset, letters }: Opinion): ClassifierModel {
  const features = views.flatMap(({ hashes }, at) => {
    const { idf, weights } = fit.views[at]!;
    return Array.from(hashes, (hash, i) => ({ hash, idf: idf[i]!, weight: weights[i]! }));
  });
  const [forLetters, forWords, forClauses] = fit.views.map(({ smoothing }, i) => ({ smoothing, slope: slopes[i]! }));
  const tells = VIEWS.indexOf(ACT_VIEW);
  const { acts } = fit.views[tells]!;
  return packModel(
    features.filter((feature) => feature.idf > 0),
    {
      slope: slopes[VIEWS.length]!,
      biases: acts.map(({ bias }) => bias),
      weights: new Map(Array.from(views[tells]!.hashes, (hash, i) => [hash, acts.map(({ weights }) => weights[i]!)])),
    },
    { ...fit.counts, views: { letters: forLetters!, words: forWords!, clauses: forClauses! }, offset, letters },
  );
}
