import { expect, it } from 'vitest';
import { createClassifier } from '../../src/detect/index.ts';
import { type TrainingMail, trainClassifier } from '../../src/tuning/index.ts';

const mail = (text: string, positive: boolean, i: number): TrainingMail => ({
  sentences: [text],
  groups: positive ? ['act:insult-person'] : [],
  sender: `s${i % 7}@example.com`,
  positive,
  fold: i % 5,
});
const mails = Array.from({ length: 60 }, (_, i) =>
  i % 2 === 0
    ? mail(`番号${i} どこまで無礼なんだ、早く頭を下げろ`, true, i)
    : mail(`番号${i} いつもありがとうございます。見積りをお願いします`, false, i),
);

it('tells apart what it has learned, and knows by which sentence', () => {
  const classifier = createClassifier(trainClassifier(mails).model);
  const says = (text: string) => classifier.judge([text], []).probability;
  expect(says('早く頭を下げろ')).toBeGreaterThan(0.5);
  expect(says('見積りをありがとうございます')).toBeLessThan(0.5);
  expect(classifier.judge(['いつもありがとうございます', '早く頭を下げろ', '見積り'], []).strongest).toBe(1);
});

it('is deterministic, to the last byte', () => {
  expect(trainClassifier(mails)).toEqual(trainClassifier(mails));
});

it('learns no piece that only one sender writes', () => {
  const one = Array.from({ length: 20 }, (_, i) => ({ ...mail('秘密の合言葉', true, i), sender: 'only@example.com' }));
  const classifier = createClassifier(trainClassifier([...mails, ...one]).model);
  expect(classifier.judge(['秘密の合言葉'], []).strongest).toBeNull();
});

it('learns no number, address or name before さん', () => {
  const classifier = createClassifier(trainClassifier(mails).model);
  expect(classifier.judge(['番号1'], [])).toEqual(classifier.judge(['番号98765'], []));
});

it('keeps a classifier for each fold that never saw it', () => {
  const { model, heldOut } = trainClassifier(mails);
  expect([...heldOut.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
  for (const one of heldOut.values()) expect(one.trainedOn).toBeLessThan(model.trainedOn);
});
