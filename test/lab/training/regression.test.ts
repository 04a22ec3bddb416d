import { expect, it } from 'vitest';
import { fitLogistic } from '../../../src/lab/training/regression.ts';

/** Ten mails; feature 0 stands in the positive ones only, feature 1 in all. */
const rows = {
  starts: Uint32Array.from([0, 2, 4, 6, 8, 10, 11, 12, 13, 14, 15]),
  features: Uint32Array.from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]),
  values: Float32Array.from([...Array.from({ length: 10 }, () => Math.SQRT1_2), 1, 1, 1, 1, 1]),
  positive: Uint8Array.from([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]),
  shares: new Float64Array(10).fill(1),
};

it('weighs a feature by what it tells apart', () => {
  const { weights, bias } = fitLogistic(rows, 2, { penalty: 1e-2, rounds: 100 });
  const scoreOf = (has: boolean) => (has ? (weights[0]! + weights[1]!) * Math.SQRT1_2 : weights[1]!) + bias;
  expect(scoreOf(true)).toBeGreaterThan(2);
  expect(scoreOf(false)).toBeLessThan(-2);
});

it('stands where no step makes the loss smaller', () => {
  const penalty = 0.1;
  const { weights, bias } = fitLogistic(rows, 2, { penalty, rounds: 100 });
  const lossAt = (w0: number, w1: number, b: number) => {
    let loss = (penalty / 2) * (w0 * w0 + w1 * w1);
    for (let row = 0; row < 10; row++) {
      let score = b;
      for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++)
        score += (rows.features[i] === 0 ? w0 : w1) * rows.values[i]!;
      loss += Math.log(1 + Math.exp(rows.positive[row] === 1 ? -score : score));
    }
    return loss;
  };
  const best = lossAt(weights[0]!, weights[1]!, bias);
  for (const step of [-0.01, 0.01]) {
    expect(lossAt(weights[0]! + step, weights[1]!, bias)).toBeGreaterThan(best);
    expect(lossAt(weights[0]!, weights[1]! + step, bias)).toBeGreaterThan(best);
    expect(lossAt(weights[0]!, weights[1]!, bias + step)).toBeGreaterThan(best);
  }
});

it('counts a row by its share', () => {
  const scoreAt = (share: number) => {
    const shares = Float64Array.from(rows.positive, (positive) => (positive === 1 ? share : 1));
    const { weights, bias } = fitLogistic({ ...rows, shares }, 2, { penalty: 1, rounds: 100 });
    return weights[1]! + bias; // of a mail with nothing but what all have
  };
  expect(scoreAt(3)).toBeGreaterThan(scoreAt(1) + 0.1);
});

it('gives the same numbers every time', () => {
  const fit = () => fitLogistic(rows, 2, { penalty: 1e-2, rounds: 20 });
  expect(fit()).toEqual(fit());
});
