import { expect, it } from 'vitest';
import { type Assessment, currentAssessment } from '../../src/detect/index.ts';
import { assessmentWith } from '../support/assessment.ts';

const word = { part: 'body', text: '無礼', start: 0, end: 2 } as const;
const stored = (earlier: object): Assessment =>
  currentAssessment({
    band: 'review',
    score: 6,
    acts: [],
    axes: { demand: 0, manner: 6, frequency: 0 },
    matches: [],
    notes: [],
    dictionary: 'v',
    ...earlier,
  } as unknown as Assessment);

it('leaves a present assessment as it is', () => {
  const assessment = assessmentWith({ band: 'grey' });
  expect(currentAssessment(assessment)).toBe(assessment);
});

it('of one with points keeps the band, the acts in their order, what was meant and how strong it was', () => {
  const match = { ...word, entry: 'insult.rude', act: 'insult-person', weight: 3, modifiers: [] };
  const assessment = stored({
    acts: [
      { act: 'insult-person', score: 4 },
      { act: 'other', score: 2 },
    ],
    matches: [
      { ...match, points: 4 },
      { ...match, points: 2 },
      { ...match, points: 0, modifiers: ['mention.said'] },
      { ...match, act: null, points: 0 },
    ],
    floor: { band: 'review', entry: 'insult.rude' },
    classifier: { probability: 0.7, points: 2, sentence: word, abstained: null },
    notes: ['mail.automatic', 'worry.own-death'],
  });
  expect(assessment).toMatchObject({ format: 2, band: 'review', probability: 0.7, notes: ['mail.automatic'] });
  expect(assessment.acts.map(({ act }) => act)).toEqual(['insult-person', 'other']);
  expect(assessment.matches.map(({ meant, strength }) => [meant, strength])).toEqual([
    [true, 'strong'],
    [true, 'medium'],
    [false, null],
    [true, null],
  ]);
  expect(assessment.atLeast).toEqual({ band: 'review', entry: 'insult.rude', calmed: false });
  expect(assessment.odds.sentences).toMatchObject([word]);
  expect(assessment.worry).toEqual(['worry.own-death']);
});

it('reads one that was stored when the classifier was called reader', () => {
  expect(stored({ reader: 0.7, readerWords: [word] })).toMatchObject({
    probability: 0.7,
    odds: { sentences: [word] },
    judge: { by: 'classifier' },
  });
  expect(stored({ reader: null, readerWords: [] })).toMatchObject({ probability: 0, judge: { by: 'dictionaries' } });
});
