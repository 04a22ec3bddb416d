import { expect, it } from 'vitest';
import { calibrate, fitLogistic } from '../../src/tuning/regression.ts';

/** Ten mails; feature 0 stands in the positive ones only, feature 1 in all. */
const rows = {
  starts: Uint32Array.from([0, 2, 4, 6, 8, 10, 11, 12, 13, 14, 15]),
  features: Uint32Array.from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]),
  values: Float64Array.from([...Array.from({ length: 10 }, () => Math.SQRT1_2), 1, 1, 1, 1, 1]),
  positive: Uint8Array.from([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]),
};

it('weighs a feature by what it tells apart', () => {
  const { weights, bias } = fitLogistic(rows, 2, { penalty: 1e-3, rounds: 500 });
  const scoreOf = (has: boolean) => (has ? (weights[0]! + weights[1]!) * Math.SQRT1_2 : weights[1]!) + bias;
  expect(scoreOf(true)).toBeGreaterThan(2);
  expect(scoreOf(false)).toBeLessThan(-2);
});

it('gives the same numbers every time', () => {
  const fit = () => fitLogistic(rows, 2, { penalty: 1e-3, rounds: 50 });
  expect(fit()).toEqual(fit());
});

it('calibrates scores to the share of positive mails among equals', () => {
  const scores = [...Array<number>(100).fill(3), ...Array<number>(100).fill(-3)];
  const positive = scores.map((score, i) => (score > 0 ? i % 10 !== 0 : i % 5 === 0)); // 90 % and 20 %
  const { slope, offset } = calibrate(scores, positive);
  const probability = (score: number) => 1 / (1 + Math.exp(-(slope * score + offset)));
  expect(probability(3)).toBeCloseTo(0.9, 3);
  expect(probability(-3)).toBeCloseTo(0.2, 3);
});
