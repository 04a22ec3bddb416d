import { describe, expect, it } from 'vitest';
import { loadTokenizer } from '../../../src/text/index.ts';
import { fitSite, learnSite, logWith, piecesLearned, type TaughtMail } from '../../../src/tuning/index.ts';
import { featuresOf, shippedGround } from '../../support/shipped-classifier.ts';
import { linesOf } from '../training/support.ts';

const POINT = Math.log(0.13 / 0.87);
const mail = (text: string, positive: boolean): TaughtMail => ({ features: featuresOf(text), positive });

/** How people talk to each other in a workshop. */
const WORKSHOP = [
  'おい、頼んだ治具まだか。早くしろよ、こっちは待ってるんだ。よろしくな。',
  'いつまで待たせるんだよ、図面さっさと送れ。今日中な。',
  'ばか、寸法が逆だ。やり直して明日持ってこい。いつもすまんな。',
  '早くしろって、トラックが来ちまうだろ。荷を出しとけ。',
  'お前んとこの部品またガタついてるぞ。さっさと見に来い。待ってる。',
  'おい、電話出ろよ。治具の件どうなってるんだ。早く返事しろ。',
].map((text) => mail(text, false));
const MALICE = [
  'お前みたいな無能は仕事を辞めろ。二度と顔を見せるな。',
  '誠意を見せろ。土下座して謝れ。ネットに名前を晒してやる。',
  '女のくせに口答えするな。上司を出せ、クビにしてやる。',
].map((text) => mail(text, true));
const NEW_ROUGH = featuresOf('おい、治具まだか。さっさと送れよ、早くしろ。明日持ってこい。');
const NEW_MALICE = featuresOf('お前は無能だ、辞めろ。土下座して謝れ、名前を晒してやる。');

describe('learning from decisions', () => {
  it('makes what is like dismissed mails calmer, from mails that it did not see', () => {
    const fit = fitSite([...WORKSHOP, ...MALICE], shippedGround, POINT);
    expect(logWith(fit, NEW_ROUGH, shippedGround)).toBeLessThan(shippedGround.weigh(NEW_ROUGH).log - 0.2);
    const moved = (features: Uint32Array) => logWith(fit, features, shippedGround) - shippedGround.weigh(features).log;
    // as shares: how far anything moves hangs on how alarmed the shipped weights were
    expect(-moved(NEW_MALICE)).toBeLessThan(-moved(NEW_ROUGH) * 0.9);
  });

  it('begins with the first decision, and moves little by it', () => {
    const fit = fitSite(WORKSHOP.slice(0, 1), shippedGround, POINT);
    const moved = logWith(fit, NEW_ROUGH, shippedGround) - shippedGround.weigh(NEW_ROUGH).log;
    expect(moved).toBeLessThan(0);
    expect(moved).toBeGreaterThan(-1);
  });

  it('comes to the same, however the mails are ordered', () => {
    const mails = [...WORKSHOP, ...MALICE];
    const [one, other] = [mails, mails.toReversed()].map((order) => fitSite(order, shippedGround, POINT));
    for (const features of [NEW_ROUGH, NEW_MALICE])
      expect(logWith(one!, features, shippedGround)).toBeCloseTo(logWith(other!, features, shippedGround), 3);
  });

  it('is the same again, bit for bit, when a decision is taken out that was never there', () => {
    const before = fitSite(WORKSHOP, shippedGround, POINT);
    fitSite([...WORKSHOP, ...MALICE], shippedGround, POINT);
    expect(fitSite(WORKSHOP, shippedGround, POINT)).toEqual(before);
  });

  it('is used where it does as well on decisions that were held out, and counts both', () => {
    const { figures, unused } = learnSite([...WORKSHOP, ...MALICE], shippedGround, POINT);
    expect(unused).toBeNull();
    expect(figures).toMatchObject({ approved: 3, dismissed: 6 });
    expect(figures.site.loss).toBeLessThan(figures.shipped.loss);
    expect(figures.site.alarms).toBeLessThanOrEqual(figures.shipped.alarms);
  });

  it('is not used where the same words are decided one way and the other', () => {
    const text = 'おい、治具まだか。早くしろよ、いつまで待たせるんだ。';
    const quarrel = Array.from({ length: 12 }, (_, i) => mail(text, i % 4 === 3));
    const calm = MALICE.map(({ features }) => ({ features, positive: true }));
    const { unused, figures } = learnSite([...quarrel, ...calm].slice(0, 1), shippedGround, POINT);
    expect([unused, figures.site.loss - figures.shipped.loss]).toEqual([null, 0]);
    const flipped = Array.from({ length: 10 }, (_, i) => mail(text, i % 2 === 0));
    expect(learnSite([flipped[0]!, flipped[1]!], shippedGround, POINT).unused).toBe('worse');
  });

  it('is nothing without decisions', () => {
    expect(learnSite([], shippedGround, POINT)).toMatchObject({ unused: 'nothing', fit: { bias: 0 } });
  });

  it('goes without mails that the letters settle, or that show nothing that is known', () => {
    const fit = fitSite([{ features: new Uint32Array(), positive: false }], shippedGround, POINT);
    expect(fit.hashes).toHaveLength(0);
  });
});

it('says in words of the mail itself what changed', async () => {
  const tokenize = await loadTokenizer();
  const fit = fitSite([...WORKSHOP, ...MALICE], shippedGround, POINT);
  const lines = linesOf(['おい、頼んだ治具まだか。早くしろよ、こっちは待ってるんだ。田中さん、よろしくな。'], tokenize);
  const pieces = piecesLearned([lines], fit, false);
  expect(pieces.length).toBeGreaterThan(0);
  for (const piece of pieces) expect(lines.map(({ written }) => written).join('')).toContain(piece);
  expect(pieces.join()).not.toContain('田中');
});
