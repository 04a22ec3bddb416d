import { beforeAll, expect, it } from 'vitest';
import { type Detector, decidingStep, explain } from '../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';

let detector: Detector;
beforeAll(async () => {
  const list =
    'expressions:\n  - { id: apology.dogeza, say: [土下座しろ], at_least: urgent, match: [例] }\n  - { id: apology.kneel, say: [ひざまずけ], at_least: grey, match: [例] }\n  - { id: apology.bow, say: [頭を下げろ], match: [例] }';
  detector = await detectorFor({ 'apology-demand.yaml': actFile('apology-demand', list) });
});

it('names the words as written, the strength and what is asked for, in the language asked for', () => {
  const assessment = judge(detector, '土下座しろ。');
  expect(explain(assessment, detector.dictionary, 'ja').reasons[0]!.sentence).toBe(
    '「土下座しろ」は「札」に当たります（強、見つけたら至急）。指針：札',
  );
  expect(explain(assessment, detector.dictionary, 'en').reasons[0]!.sentence).toBe(
    '“土下座しろ” is “label” (strong, asks for urgent). Guideline: label',
  );
});

it('has no number and no word of the machinery', () => {
  const { summary, reasons, remarks } = explain(judge(detector, '土下座しろ。ひざまずけ。'), detector.dictionary, 'ja');
  const told = [summary, ...reasons.map(({ sentence }) => sentence), ...remarks].join('\n');
  expect(told).not.toMatch(/\d|点|重み|判定器|オッズ|apology/);
});

it('tells each entry once, strongest first', () => {
  const assessment = judge(detector, '頭を下げろ。ひざまずけ。ひざまずけ。土下座しろ。');
  const { reasons } = explain(assessment, detector.dictionary, 'ja');
  expect(reasons.map(({ match }) => assessment.matches[match]!.entry)).toEqual([
    'apology.dogeza',
    'apology.kneel',
    'apology.bow',
  ]);
  expect(reasons.filter(({ sentence }) => sentence.includes('指針'))).toHaveLength(1);
});

it('begins the steps with what an entry asks for', () => {
  const { steps } = explain(judge(detector, 'こんにちは。土下座しろ。'), detector.dictionary, 'ja');
  expect(steps[0]).toMatchObject({ kind: 'asked', match: 0, asks: 'urgent', reached: 'urgent' });
  expect(steps.at(-1)!.reached).toBe('urgent');
});

it('says nothing of a mail in which nothing is found', () => {
  expect(explain(judge(detector, '見積書をください。'), detector.dictionary, 'ja')).toMatchObject({
    summary: '通常',
    reasons: [],
  });
});

it('says that of hundreds of matches only some are shown', () => {
  const { remarks } = explain(judge(detector, '土下座しろ。'.repeat(300)), detector.dictionary, 'ja');
  expect(remarks).toContain('一致が多いため、代表的なものだけを示します。');
});

it('names the step from which on nothing changes, the strongest first and what lowers last', () => {
  const { steps } = explain(judge(detector, 'こんにちは。ひざまずけ。土下座しろ。'), detector.dictionary, 'ja');
  expect(steps[0]).toMatchObject({ kind: 'asked', strength: 'strong' });
  expect(decidingStep(steps)).toBe(0);
  expect(decidingStep([])).toBe(-1);
  const mail = judge(detector, 'こんにちは。ひざまずけ。');
  const sentence = { part: 'body', text: 'こんにちは。', start: 0, end: 6 } as const;
  const odds = {
    base: -4,
    sentences: [{ ...sentence, odds: 6 }],
    others: -3,
    dictionaries: 0,
    frequency: 0.5,
    sum: -0.5,
  };
  const told = explain({ ...mail, band: 'review', odds }, detector.dictionary, 'ja').steps;
  expect(told.map(({ kind, strength, reached }) => [kind, strength, reached])).toEqual([
    ['sentence', 'strong', 'review'],
    ['asked', 'medium', 'review'],
    ['frequency', 'weak', 'review'],
    ['others', null, 'review'], // −3: it lowers
  ]);
});
