import { beforeAll, expect, it } from 'vitest';
import { type Detector, explain } from '../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';

let detector: Detector;
beforeAll(async () => {
  const list =
    'expressions:\n  - { id: apology.dogeza, say: [土下座しろ], weight: 5, match: [例] }\n  - { id: apology.kneel, say: [ひざまずけ], weight: 3, match: [例] }\n  - { id: apology.bow, say: [頭を下げろ], weight: 3, match: [例] }';
  detector = await detectorFor({ 'apology-demand.yaml': actFile('apology-demand', list) });
});

it('names the words as written, the entry, its strength and points, in the language asked for', () => {
  const assessment = judge(detector, '土下座しろ。');
  expect(explain(assessment, detector.dictionary, 'ja').reasons[0]!.sentence).toContain('「土下座しろ」');
  const { sentence } = explain(assessment, detector.dictionary, 'en').reasons[0]!;
  for (const part of ['土下座しろ', 'apology.dogeza', 'strong', '8 points']) expect(sentence).toContain(part);
});

it('tells the smallest change that would leave the mail unflagged', () => {
  const { remarks } = explain(judge(detector, '土下座しろ。ひざまずけ。'), detector.dictionary, 'en');
  expect(remarks.at(-1)).toBe('Without “土下座しろ” and “ひざまずけ” it would not be flagged.');
});

it('says nothing of a change that is none of one or two places', () => {
  const { remarks } = explain(judge(detector, '土下座しろ。ひざまずけ。頭を下げろ。'), detector.dictionary, 'ja');
  expect(remarks.join()).not.toContain('がなければ');
});

it('tells each entry once, strongest first, with shares that add up to the score', () => {
  const assessment = judge(detector, 'ひざまずけ。ひざまずけ。土下座しろ。頭を下げろ。');
  const { reasons } = explain(assessment, detector.dictionary, 'ja');
  expect(reasons.map(({ sentence }) => /項目 ([a-z.]+)/.exec(sentence)?.[1])).toEqual([
    'apology.dogeza',
    'apology.kneel',
    'apology.bow',
  ]);
  const sum = reasons.reduce((total, { sentence }) => total + Number(/、([\d.]+)点/.exec(sentence)?.[1]), 0);
  expect(sum).toBeCloseTo(assessment.score);
  expect(reasons.filter(({ sentence }) => sentence.includes('指針'))).toHaveLength(1);
});

it('says nothing of a change for a mail that is not flagged', () => {
  expect(explain(judge(detector, '見積書をください。'), detector.dictionary, 'ja')).toMatchObject({
    reasons: [],
    remarks: [],
  });
});

it('says that of hundreds of matches only some are shown', () => {
  const { remarks } = explain(judge(detector, '土下座しろ。'.repeat(300)), detector.dictionary, 'ja');
  expect(remarks).toContain('一致が多いため、代表的なものだけを示します。');
});
