import { expect, it } from 'vitest';
import { type Assessment, type Classifier, type Detector, explain, type Judgement } from '../../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';

const BASE = -4;

/** A classifier by which each sentence adds what is given. */
const thatAdds = (bySentence: readonly number[], more: Partial<Judgement> = {}): Classifier => ({
  version: 'test',
  judge: (sentences) => {
    const own = Float64Array.from(sentences, (_, i) => bySentence[i] ?? 0);
    const logOdds = own.reduce((sum, odds) => sum + odds, BASE);
    return {
      language: 'ja',
      version: 'test',
      logOdds,
      base: BASE,
      bySentence: own,
      acts: [],
      grave: 0,
      abstained: null,
      ...more,
    };
  },
});

async function judged(text: string, classifier: Classifier): Promise<{ assessment: Assessment; detector: Detector }> {
  const file = actFile('other', 'expressions:\n  - { id: a.b, say: [馬鹿], match: [馬鹿] }');
  const detector = { ...(await detectorFor({ 'other.yaml': file })), classifier };
  return { assessment: judge(detector, text), detector };
}

it('are those of a mail that says nothing and of its sentences, as written; the parts make the sum', async () => {
  const text = 'いつもどうも。\nどこまで無礼なんだ、ﾊﾔｸ頭を下げろ';
  const { assessment } = await judged(text, thatAdds([-0.5, 3.25]));
  const words = 'どこまで無礼なんだ、ﾊﾔｸ頭を下げろ';
  const start = text.indexOf(words);
  expect(assessment.odds).toEqual({
    base: BASE,
    sentences: [{ part: 'body', text: words, start, end: start + words.length, odds: 3.25 }],
    others: -0.5,
    dictionaries: 0,
    frequency: 0,
    sum: -1.25,
  });
  expect(assessment.probability).toBeCloseTo(1 / (1 + Math.exp(1.25)), 6);
});

it('make the steps of the explanation: sentences by what they add, then the rest; the last is the verdict', async () => {
  const { assessment, detector } = await judged('いつもどうも。無礼だ。馬鹿だ。', thatAdds([-0.4, 0.8, 3]));
  const { steps } = explain(assessment, detector.dictionary, 'ja');
  expect(steps.map(({ kind, odds, reached }) => [kind, odds, reached])).toEqual([
    ['sentence', 3, 'review'],
    ['sentence', 0.8, 'review'],
    ['others', -0.4, 'review'],
  ]);
  expect(steps[0]).toMatchObject({ match: 0 }); // the words of the entry stand for their sentence
  expect(steps.at(-1)!.reached).toBe(assessment.band);
  const sum = steps.reduce((all, { odds }) => all + odds, assessment.odds.base);
  expect(sum).toBeCloseTo(assessment.odds.sum, 6);
});

it('surface and flag from the thresholds on; 至急 is no question of them alone', async () => {
  const { scoring } = (await judged('', thatAdds([]))).detector.dictionary;
  const { grey, review } = scoring.thresholds;
  const bandAt = async (probability: number) =>
    (await judged('無礼だ。', thatAdds([], { logOdds: Math.log(probability / (1 - probability)) }))).assessment.band;
  expect(await Promise.all([grey * 0.98, grey * 1.02, review * 0.98, review * 1.02, 0.999].map(bandAt))).toEqual([
    'ordinary',
    'grey',
    'grey',
    'review',
    'review',
  ]);
});

it.each([
  ['of the gravest kind', 0.3, []],
  ['nearly certain and of an act that concerns safety', 0, [{ act: 'physical-violence', probability: 0.9 }]],
] as const)('of a mail that is likely %s press', async (_, grave, acts) => {
  const { assessment } = await judged('無礼だ。', thatAdds([7], { grave, acts }));
  expect(assessment).toMatchObject({ band: 'urgent', pressing: true });
  expect((await judged('無礼だ。', thatAdds([-3], { grave, acts }))).assessment.band).toBe('ordinary');
});

it('strong, medium and weak is a match by what its sentence would reach alone', async () => {
  const strengthOf = async (odds: number) =>
    (await judged('馬鹿だ。', thatAdds([odds]))).assessment.matches.map(({ strength }) => strength);
  expect(await Promise.all([3, 0.7, 0.1].map(strengthOf))).toEqual([['strong'], ['medium'], ['weak']]);
});

it('come from the dictionaries alone where the classifier abstains, and it is said', async () => {
  const { assessment, detector } = await judged('馬鹿だ。', thatAdds([9], { abstained: 'unknown' }));
  const { base, odds } = detector.dictionary.scoring.dictionaries;
  expect(assessment.odds).toMatchObject({ base, sentences: [], dictionaries: odds.expression });
  expect(assessment.judge).toEqual({ by: 'dictionaries', why: 'unknown', language: 'ja' });
  expect(explain(assessment, detector.dictionary, 'en').remarks).toContain(
    'Too few of the words are known: the dictionaries alone judge it.',
  );
});
