import { expect, it } from 'vitest';
import { type Assessment, type Classifier, type Detector, explain, type Judgement } from '../../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';

const CALM: Judgement = { probability: 0.01, strongest: null, abstained: null };
const CALMLY: Classifier = { version: 'test', judge: () => CALM };
const thatSays = (judgement: Partial<Judgement>): Classifier => ({
  version: 'test',
  judge: () => ({ ...CALM, ...judgement }),
});

async function judged(text: string, classifier: Classifier): Promise<{ assessment: Assessment; detector: Detector }> {
  const file = actFile('other', 'expressions:\n  - { id: a.b, say: [馬鹿], weight: 3, match: [馬鹿] }');
  const detector = { ...(await detectorFor({ 'other.yaml': file })), classifier };
  return { assessment: judge(detector, text), detector };
}

it('names the sentence that it reacted to, as written, with the points that it added', async () => {
  const text = 'いつもどうも。\nどこまで無礼なんだ、ﾊﾔｸ頭を下げろ';
  const { assessment, detector } = await judged(text, thatSays({ probability: 0.95, strongest: 1 }));
  const words = 'どこまで無礼なんだ、ﾊﾔｸ頭を下げろ';
  const start = text.indexOf(words);
  expect(assessment).toMatchObject({
    band: 'review',
    score: 4,
    classifier: { points: 4, sentence: { part: 'body', text: words, start, end: start + words.length } },
  });
  expect(explain(assessment, detector.dictionary, 'ja').remarks).toEqual([
    '学習した判定器が強く反応しました。',
    '点数：辞書 0 ＋ 判定器 4 ＝ 4',
    `学習した判定器が特に反応した文：「${words}」`,
    '一致した項目はありません。足りない項目を辞書に加えてください。',
  ]);
});

it('adds to the points of a match, and says how many; the parts make the sum', async () => {
  const { assessment } = await judged('馬鹿だ。無礼だ。', thatSays({ probability: 0.9, strongest: 1 }));
  const { classifier, score, acts } = assessment;
  expect(classifier?.sentence?.text).toBe('無礼だ。');
  expect(classifier?.points).toBeGreaterThan(0);
  expect(score).toBeCloseTo(acts[0]!.score + classifier!.points, 2);
});

it('tells what it took off like what it added, and names no sentence for it', async () => {
  const { assessment } = await judged('馬鹿だ。無礼だ。', thatSays({ probability: 0.008, strongest: 1 }));
  const { classifier, score, points } = assessment;
  expect(classifier).toMatchObject({ sentence: null });
  expect(classifier?.points).toBeLessThan(0);
  expect(score).toBeCloseTo(points!.dictionary + classifier!.points + points!.lifted, 2);
});

it('flags by itself, and surfaces, from its thresholds on; more than 要確認 it does not say alone', async () => {
  const bandAt = async (probability: number) => (await judged('無礼だ。', thatSays({ probability }))).assessment.band;
  const { scoring } = (await judged('', CALMLY)).detector.dictionary;
  const { surface, flag } = scoring.classifier;
  expect(await Promise.all([surface * 0.99, surface, flag * 0.99, flag, 1].map(bandAt))).toEqual([
    'ordinary',
    'grey',
    'grey',
    'review',
    'review',
  ]);
});

it('counts a match by its share, so that it takes a light one down to 微妙 and lifts it where it agrees', async () => {
  const at = async (probability: number) => (await judged('馬鹿だ。', thatSays({ probability }))).assessment;
  expect(await at(0.0001)).toMatchObject({ band: 'grey', score: 2, points: { dictionary: 4 } });
  const scores = await Promise.all([0.0001, 0.01, 0.05, 0.3].map(async (p) => (await at(p)).score));
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(scores.at(-1)).toBeGreaterThan(4);
});

it('neither adds nor takes where it abstains, and says so', async () => {
  const { assessment, detector } = await judged('馬鹿だ。', thatSays({ probability: 0.99, abstained: 'unknown' }));
  expect(assessment.classifier).toMatchObject({ points: 0, sentence: null, abstained: 'unknown' });
  expect(assessment.score).toBe(assessment.acts[0]!.score);
  expect(explain(assessment, detector.dictionary, 'en').remarks).toContain(
    'The learned classifier knows too little of this text to judge it.',
  );
});
