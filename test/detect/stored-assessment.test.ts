import { expect, it } from 'vitest';
import { type Assessment, currentAssessment } from '../../src/detect/index.ts';

const assessment: Assessment = {
  band: 'grey',
  score: 2,
  points: { dictionary: 2, frequency: 0, lifted: 0 },
  floor: null,
  acts: [],
  axes: { demand: 0, manner: 0, frequency: 0 },
  matches: [],
  classifier: null,
  notes: [],
  dictionary: 'v',
};
const { classifier: _, ...rest } = assessment;
const stored = (earlier: object) => currentAssessment({ ...rest, ...earlier } as unknown as Assessment);

it('leaves a present assessment as it is', () => {
  expect(currentAssessment(assessment)).toEqual(assessment);
});

it('reads one that was stored when the classifier was called reader', () => {
  const word = { part: 'body', text: '無礼', start: 0, end: 2 };
  expect(stored({ reader: 0.7, readerWords: [word] })).toEqual({
    ...rest,
    classifier: { probability: 0.7, points: 0, sentence: word, abstained: null },
  });
  expect(stored({ reader: 0.1 }).classifier).toMatchObject({ probability: 0.1, sentence: null });
  expect(stored({ reader: null, readerWords: [] })).toEqual(assessment);
});

it('reads one that was stored before points and floor were told', () => {
  const { points: _points, floor: _floor, ...before } = assessment;
  expect(currentAssessment({ ...before, score: 5, axes: { demand: 0, manner: 3, frequency: 2 } })).toMatchObject({
    points: { dictionary: 3, frequency: 2, lifted: 0 },
    floor: null,
  });
});
