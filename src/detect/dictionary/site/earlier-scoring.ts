import { z } from 'zod';

/** `scoring.yaml` of a folder from when points were added up: what it says of probabilities is kept, for the rest see `USUAL`. */
export const EarlierScoring = z
  .looseObject({
    weights: z.unknown(), // no other file has them
    classifier: z.looseObject({ surface: z.number().gt(0).lt(1), flag: z.number().gt(0).lt(1) }).optional(),
    reader: z.looseObject({ surface: z.number().gt(0).lt(1), flag: z.number().gt(0).lt(1) }).optional(), // as it was called at first
  })
  .refine(({ weights }) => weights !== undefined)
  .transform(({ classifier, reader }) => {
    const own = classifier ?? reader;
    return own === undefined ? USUAL : { ...USUAL, thresholds: { grey: own.surface, review: own.flag } };
  });

/** As the file that ships has it; a test compares them. */
export const USUAL = {
  thresholds: { grey: 0.03, review: 0.07 },
  urgent: { grave: 0.2, mail: 0.9, act: 0.6 },
  calm: { mail: 0.01, sentence: 0.0005, heed: 0.0005 },
  frequency: {
    halfLifeDays: 14,
    repeat: 0.75,
    unanswered: 0.3,
    burst: 0.4,
    calmPerDay: 4,
    night: 0.25,
    longText: 1500,
    long: 0.25,
    cap: 2.5,
  },
  dictionaries: {
    base: -4.8,
    odds: {
      ...{ urgent: 1.7, review: 2.2, grey: 0.8, expression: 0.7, demand: 0.3, bare: 0.2 },
      ...{ pressure: 1, leverage: 0.5, refusal: 1.1, target: 0.6 },
      ...{ softener: -0.8, openness: -1, reason: -0.55, legal: -1.6, guard: -0.35 },
    },
  },
};
