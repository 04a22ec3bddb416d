import { type ClassifierModel, packModel, VIEWS } from '../../detect/index.ts';
import { fitView, SMOOTHING, type ViewFit } from './fit.ts';
import { logOdds, type Opinion, opinionOf, probabilityOf } from './opinion.ts';
import { inView, type TrainingMaterial, type TrainingText, trainingTexts } from './training-texts.ts';

/** A text that was held out, and what the classifier that never saw its pen or source makes of it. */
export interface HeldOut {
  readonly from: string; // pen or source
  readonly kind: 'mail' | 'background';
  readonly positive: boolean;
  readonly probability: number;
}

/** A classifier trained on everything, and for every pen one that never saw it, all on the same scale. */
export interface Trained {
  readonly model: ClassifierModel;
  readonly pens: ReadonlyMap<string, ClassifierModel>;
  readonly heldOut: readonly HeldOut[];
}

/** What was learned of some of the texts, by view. */
interface Fits {
  readonly views: readonly ViewFit[]; // in the order of VIEWS
  readonly counts: Pick<ClassifierModel, 'trainedOn' | 'background' | 'exercises'>;
}

/**
 * Holds out every pen once, and every source of the background with one of them. How much each view says in the log odds
 * comes from the mails that were held out. Deterministic.
 */
export function trainClassifier(material: TrainingMaterial): Trained {
  const all = trainingTexts(material);
  const views = VIEWS.map((view) => ({ view, ...inView(all, view) }));
  const fitOn = (use: (text: TrainingText) => boolean): Fits => ({
    views: views.map(({ view, hashes, texts }) => fitView(view, hashes, texts.filter(use))),
    counts: countsOf(all.texts.filter(use)),
  });
  const held: { readonly text: TrainingText; readonly scores: readonly number[] }[] = [];
  const fits = foldsOf(all.texts).map(({ pen, sources }) => {
    const isOut = ({ origin }: TrainingText) =>
      (origin.kind === 'mail' && origin.pen === pen) || (origin.kind === 'background' && sources.has(origin.source));
    const own = fitOn((text) => !isOut(text));
    all.texts.forEach((text, i) => {
      if (isOut(text)) held.push({ text, scores: views.map(({ texts }, at) => own.views[at]!.score(texts[i]!)) });
    });
    return [pen, own] as const;
  });
  const opinion = opinionOf(
    held
      .filter(({ text }) => text.origin.kind === 'mail')
      .map(({ text: { positive }, scores }) => ({ positive, scores })),
  );
  return {
    model: pack(
      fitOn(() => true),
      opinion,
    ),
    pens: new Map(fits.map(([pen, own]) => [pen, pack(own, opinion)])),
    heldOut: held.flatMap(({ text: { origin, positive }, scores }) =>
      origin.kind === 'exercise'
        ? []
        : [
            {
              from: origin.kind === 'mail' ? origin.pen : origin.source,
              kind: origin.kind,
              positive,
              probability: probabilityOf(logOdds(opinion, scores)),
            },
          ],
    ),
  };
}

interface Fold {
  readonly pen: string;
  readonly sources: ReadonlySet<string>;
}

function foldsOf(texts: readonly TrainingText[]): Fold[] {
  const pens = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'mail' ? [origin.pen] : [])))];
  const sources = [...new Set(texts.flatMap(({ origin }) => (origin.kind === 'background' ? [origin.source] : [])))];
  return pens.map((pen, i) => ({ pen, sources: new Set(sources.filter((_, at) => at % pens.length === i)) }));
}

function countsOf(texts: readonly TrainingText[]): Fits['counts'] {
  const count = (kind: TrainingText['origin']['kind']) => texts.filter(({ origin }) => origin.kind === kind).length;
  return { trainedOn: count('mail'), background: count('background'), exercises: count('exercise') };
}

function pack({ views, counts }: Fits, { slopes, offset, letters }: Opinion): ClassifierModel {
  const [forLetters, forWords, forClauses] = VIEWS.map((view, i) => ({
    smoothing: SMOOTHING[view],
    slope: slopes[i]!,
  }));
  return packModel(
    views.flatMap(({ features }) => features),
    { ...counts, views: { letters: forLetters!, words: forWords!, clauses: forClauses! }, offset, letters },
  );
}
