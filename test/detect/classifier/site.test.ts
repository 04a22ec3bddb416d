import { describe, expect, it } from 'vitest';
import { explain, type Judgement, MOST_BY_SITE, type SiteWeights } from '../../../src/detect/index.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';
import { featuresOf, judgedBy, shippedGround } from '../../support/shipped-classifier.ts';

const ROUGH = 'いいから早くしろ。何度言わせるんだ、いい加減にしろ。お前のところはどうなってるんだ。';
const logOdds = (probability: number) => Math.log(probability / (1 - probability));
const weights = (by: number, text = ROUGH): SiteWeights => {
  const hashes = featuresOf(text);
  return { version: '7', hashes, deltas: new Float64Array(hashes.length).fill(by), bias: 0 };
};

describe('what was learned here', () => {
  it('is added to the log odds of the shipped weights, as the ground says', () => {
    const site = weights(-0.02);
    const { probability, site: named } = judgedBy(site, ROUGH);
    const { log, values } = shippedGround.weigh(featuresOf(ROUGH));
    expect(named).toEqual({ version: '7', without: judgedBy(null, ROUGH).probability });
    expect(logOdds(named!.without)).toBeCloseTo(log, 3);
    expect(logOdds(probability)).toBeCloseTo(log + values.reduce((sum, value) => sum - 0.02 * value, 0), 3);
  });

  it('moves no mail further than its limit, either way', () => {
    for (const by of [-100, 100]) {
      const { probability, site } = judgedBy(weights(by), ROUGH);
      expect(Math.abs(logOdds(probability) - logOdds(site!.without))).toBeCloseTo(MOST_BY_SITE, 3);
    }
  });

  it('leaves mails alone that share nothing with it', () => {
    const { probability, site } = judgedBy(
      { ...weights(-0.02), hashes: Uint32Array.of(1), deltas: Float64Array.of(5) },
      ROUGH,
    );
    expect(probability).toBe(site!.without);
  });

  it('is not there where nothing was learned', () => {
    expect(judgedBy(null, ROUGH)).not.toHaveProperty('site');
  });
});

describe('an assessment', () => {
  const file = actFile(
    'other',
    'expressions:\n  - { id: a.b, say: [馬鹿], weight: 3, match: [馬鹿] }\n  - { id: a.grave, do: 殺す, weight: 5, floor: urgent, match: [例] }',
  );
  const judged = async (text: string, judgement: Partial<Judgement>) => {
    const calm: Judgement = { probability: 0.01, strongest: null, abstained: null };
    const classifier = { version: 'test', judge: () => ({ ...calm, ...judgement }) };
    const detector = { ...(await detectorFor({ 'other.yaml': file })), classifier };
    return { assessment: judge(detector, text), detector };
  };

  it('says what the learning added or took, within the points of the classifier, and names its version', async () => {
    const { assessment, detector } = await judged('もう無礼だ。', {
      probability: 0.05,
      site: { version: '7', without: 0.3 },
    });
    const without = (await judged('もう無礼だ。', { probability: 0.3 })).assessment;
    const { classifier, score } = assessment;
    expect(classifier?.site?.version).toBe('7');
    expect(classifier!.site!.points).toBeCloseTo(score - without.score, 2);
    const said = explain(assessment, detector.dictionary, 'ja').remarks.find((remark) => remark.startsWith('点数'));
    expect(said).toContain('この窓口の学習');
    const parts = [...said!.matchAll(/([−＋]?) ?(?:辞書|判定器|この窓口の学習) ([\d.]+)/g)];
    const sum = parts.reduce((total, [, sign, points]) => total + (sign === '−' ? -1 : 1) * Number(points), 0);
    expect(sum).toBeCloseTo(score, 1);
  });

  it('never falls below the band that a grave expression holds', async () => {
    const { assessment } = await judged('お前を殺す。', { probability: 0.0001, site: { version: '7', without: 0.5 } });
    expect(assessment.band).toBe('urgent');
  });

  it('holds the same where the learning says nothing', async () => {
    const plain = (await judged('馬鹿だ。', { probability: 0.2 })).assessment;
    const { assessment } = await judged('馬鹿だ。', { probability: 0.2, site: { version: '7', without: 0.2 } });
    expect(assessment.score).toBe(plain.score);
    expect(assessment.classifier?.site?.points).toBe(0);
  });
});
