import { type AssessedMatch, type Assessment, FORMAT } from '../../src/detect/index.ts';

/** An assessment in which nothing is found, but for what is given. */
export const assessmentWith = (given: Partial<Assessment> = {}): Assessment => ({
  format: FORMAT,
  band: 'ordinary',
  probability: 0,
  odds: { base: -4, sentences: [], others: 0, dictionaries: 0, frequency: 0, sum: -4 },
  judge: { by: 'classifier', version: 'test' },
  atLeast: null,
  grave: 0,
  pressing: false,
  unjudged: false,
  acts: [],
  worry: [],
  matches: [],
  notes: [],
  dictionary: 'test',
  ...given,
});

/** What a match has beside its place: meant and strong, or of grammar. */
export const meant = (
  act: AssessedMatch['act'],
): Pick<AssessedMatch, 'meant' | 'atLeast' | 'strength' | 'modifiers'> => ({
  meant: true,
  atLeast: null,
  strength: act === null ? null : 'strong',
  modifiers: [],
});
