import { expect, it } from 'vitest';
import { probabilityOf } from '../../../src/detect/index.ts';
import { calibrate, logOdds, opinionOf } from '../../../src/lab/training/opinion.ts';

/** Mails of which the scores tell nine in ten, and one in five. */
const mails = [...Array<number>(100).fill(3), ...Array<number>(100).fill(-3)].map((score, i) => ({
  scores: [score],
  positive: score > 0 ? i % 10 !== 0 : i % 5 === 0,
}));

it('calibrates scores to the share of positive mails among equals', () => {
  const { slopes, offset } = calibrate(mails);
  expect(probabilityOf(slopes[0]! * 3 + offset)).toBeCloseTo(0.9, 3);
  expect(probabilityOf(slopes[0]! * -3 + offset)).toBeCloseTo(0.2, 3);
});

it('listens more to the view that tells more', () => {
  const two = mails.map(({ scores, positive }, i) => ({ scores: [i % 20 < 10 ? 3 : -3, scores[0]!], positive }));
  const { slopes } = calibrate(two);
  expect(slopes[1]).toBeGreaterThan(5 * Math.abs(slopes[0]!));
});

it('moves Japanese to one harassing mail in fifty', () => {
  const opinion = opinionOf(mails.map(({ positive }, i) => ({ scores: [0, 0, i % 2], positive })));
  expect(probabilityOf(logOdds(opinion, [0, 0, 0.5]))).toBeCloseTo(1 / 50, 2);
});

it.each([
  ['en', 0.05],
  ['zh', 0.04],
] as const)('moves %s so far that %d of the good mails held out are flagged', (language, share) => {
  const pens = Array.from({ length: 3000 }, (_, i) => ({ scores: [(i * 7919) % 3000, 0], positive: i % 3 === 0 }));
  const good = pens.filter(({ positive }) => !positive);
  const opinion = opinionOf(pens, language);
  const flagged = good.filter(({ scores }) => probabilityOf(logOdds(opinion, scores)) > 0.07);
  expect(flagged.length / good.length).toBeCloseTo(share, 3);
});

it('asks the letters alone where they settle it', () => {
  const opinion = { slopes: [1, 9, 9], offset: 0, letters: { slope: 2, offset: -1, settled: -5 } };
  expect(logOdds(opinion, [-3, 1, 1])).toBe(-7);
  expect(logOdds(opinion, [-1, 1, 1])).toBe(17);
});
