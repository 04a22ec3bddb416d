import {
  type AskedBand,
  type Assessment,
  type Band,
  type Excerpt,
  STRENGTHS,
  type Strength,
  type Thresholds,
} from '../assessment.ts';
import { probabilityOf } from '../classifier/acts.ts';
import type { Scoring } from '../dictionary/index.ts';
import { bandUnder, ingredientsOf, strengthAlone } from '../judging/band.ts';

/** A reason with what it adds, and the band that the mail has with it and those above it. */
export interface Step {
  readonly kind: 'asked' | 'sentence' | 'others' | 'dictionaries' | 'frequency' | 'unjudged';
  readonly match: number | null; // index in `assessment.matches`: the words that stand for it
  readonly excerpt: Excerpt | null; // the sentence, where no entry is found in it
  readonly asks: AskedBand | null;
  readonly odds: number; // added to the log odds; below 0: it lowers them
  readonly strength: Strength | null; // what it would reach alone; null: it lowers, or of an older mail nobody knows
  readonly reached: Band;
}

type Told = Omit<Step, 'reached'>;

/**
 * The strongest first: what an entry asks for, sentences by what they add; then all the rest, what lowers last. They add up, and the last
 * reaches the band of the mail.
 */
export function stepsOf(assessment: Assessment, scoring: Pick<Scoring, 'thresholds'>): Step[] {
  const { odds, pressing, thresholds = scoring.thresholds } = assessment;
  let sum = odds.base;
  let asked: Band = 'ordinary';
  const reached = (): Band => bandUnder({ probability: probabilityOf(sum), pressing, least: asked }, thresholds);
  const steps = byStrength(toldIn(assessment, thresholds)).map((told): Step => {
    sum += told.odds;
    if (told.kind === 'asked') asked = assessment.atLeast!.band;
    if (told.kind === 'unjudged') asked = ingredientsOf(assessment).least;
    return { ...told, reached: reached() };
  });
  // By thresholds of today an older assessment might end elsewhere than it did.
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, reached: assessment.band } : step));
}

/** From this step on nothing changes any more; -1: nothing reaches more than 通常. */
export const decidingStep = (steps: readonly Step[]): number => {
  const last = steps.at(-1)?.reached ?? 'ordinary';
  const before = steps.findLastIndex(({ reached }) => reached !== last);
  return before < 0 && last === 'ordinary' ? -1 : before + 1;
};

/** What is left over and what lowers stay last. */
function byStrength(steps: readonly Told[]): Told[] {
  const rank = ({ kind, odds, strength }: Told) =>
    odds < 0 ? -2 : kind === 'others' || strength === null ? -1 : STRENGTHS.indexOf(strength);
  return [...steps].sort((a, b) => rank(b) - rank(a));
}

function toldIn({ atLeast, matches, odds, unjudged }: Assessment, thresholds: Thresholds): Told[] {
  const strengthOf = (own: number): Strength | null =>
    odds.base === 0 || own <= 0 ? null : strengthAlone(null, probabilityOf(odds.base + own), thresholds);
  const step = (kind: Step['kind'], own: number, more: Partial<Told> = {}): Told => ({
    ...{ kind, match: null, excerpt: null, asks: null, odds: own, strength: strengthOf(own) },
    ...more,
  });
  const at = (index: number) => (index < 0 ? null : index);
  const holds = (sentence: Excerpt) =>
    matches.findIndex(
      ({ act, meant, part, start }) =>
        act !== null && meant && part === sentence.part && start >= sentence.start && start < sentence.end,
    );
  const asking = matches.findIndex(({ entry, atLeast: own }) => entry === atLeast?.entry && own !== null);
  return [
    ...(atLeast === null
      ? []
      : [
          step('asked', 0, {
            match: at(asking),
            asks: atLeast.band,
            strength: strengthAlone(atLeast.band, 0, thresholds),
          }),
        ]),
    ...odds.sentences.map(({ odds: own, ...excerpt }) => step('sentence', own, { match: at(holds(excerpt)), excerpt })),
    ...(['others', 'dictionaries', 'frequency'] as const).flatMap((kind) =>
      odds[kind] === 0 ? [] : [step(kind, odds[kind])],
    ),
    ...(unjudged ? [step('unjudged', 0, { strength: strengthAlone('grey', 0, thresholds) })] : []),
  ];
}
