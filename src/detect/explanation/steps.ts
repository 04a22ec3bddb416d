import type { AskedBand, Assessment, Band, Excerpt } from '../assessment.ts';
import { probabilityOf } from '../classifier/acts.ts';
import type { Scoring } from '../dictionary/index.ts';
import { bandUnder, ingredientsOf } from '../judging/band.ts';

/** A reason with what it adds, and the band that the mail has with it and those above it. */
export interface Step {
  readonly kind: 'asked' | 'sentence' | 'others' | 'dictionaries' | 'frequency' | 'unjudged';
  readonly match: number | null; // index in `assessment.matches`: the words that stand for it
  readonly excerpt: Excerpt | null; // the sentence, where no entry is found in it
  readonly asks: AskedBand | null;
  readonly odds: number; // added to the log odds; below 0: it lowers them
  readonly reached: Band;
}

type Told = Omit<Step, 'reached'>;

/** What an entry asks for first, then sentences by what they add, then all the rest. They add up, and the last reaches the band of the mail. */
export function stepsOf(assessment: Assessment, { thresholds }: Pick<Scoring, 'thresholds'>): Step[] {
  const { odds, pressing } = assessment;
  let sum = odds.base;
  let asked: Band = 'ordinary';
  const reached = (): Band => bandUnder({ probability: probabilityOf(sum), pressing, least: asked }, thresholds);
  const steps = toldIn(assessment).map((told): Step => {
    sum += told.odds;
    if (told.kind === 'asked') asked = assessment.atLeast!.band;
    if (told.kind === 'unjudged') asked = ingredientsOf(assessment).least;
    return { ...told, reached: reached() };
  });
  // By thresholds of today an older assessment might end elsewhere than it did.
  return steps.map((step, i) => (i === steps.length - 1 ? { ...step, reached: assessment.band } : step));
}

function toldIn({ atLeast, matches, odds, unjudged }: Assessment): Told[] {
  const none = { match: null, excerpt: null, asks: null, odds: 0 };
  const holds = (sentence: Excerpt) =>
    matches.findIndex(
      ({ act, meant, part, start }) =>
        act !== null && meant && part === sentence.part && start >= sentence.start && start < sentence.end,
    );
  const sentences = odds.sentences.map(({ odds: own, ...excerpt }): Told => {
    const match = holds(excerpt);
    return { kind: 'sentence', match: match < 0 ? null : match, excerpt, asks: null, odds: own };
  });
  const asking =
    atLeast === null ? -1 : matches.findIndex(({ entry, atLeast: own }) => entry === atLeast.entry && own !== null);
  return [
    ...(atLeast === null
      ? []
      : [{ ...none, kind: 'asked' as const, match: asking < 0 ? null : asking, asks: atLeast.band }]),
    ...sentences,
    ...(['others', 'dictionaries', 'frequency'] as const).flatMap((kind): Told[] =>
      odds[kind] === 0 ? [] : [{ ...none, kind, odds: odds[kind] }],
    ),
    ...(unjudged ? [{ ...none, kind: 'unjudged' as const }] : []),
  ];
}
