import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measured, quantile, rounds } from './figures.ts';

describe('a quantile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  it.each([
    ['the median of an odd number is the middle one', [1, 2, 9], 0.5, 2],
    ['the median of an even number is the lower of the two', [1, 2, 8, 9], 0.5, 2],
    ['99 of 100 do not exceed the p99', hundred, 0.99, 99],
    ['of few samples the p99 is the largest', [1, 2, 3], 0.99, 3],
    ['share 0 is the smallest', [4, 5, 6], 0, 4],
    ['share 1 is the largest', [4, 5, 6], 1, 6],
    ['one sample is every quantile', [7], 0.99, 7],
  ])('%s', (_what, sorted, share, expected) => {
    expect(quantile(sorted, share)).toBe(expected);
  });

  it('is one of the samples, and never falls while the share grows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), share, share, (samples, one, other) => {
        const sorted = samples.sort((a, b) => a - b);
        const [low, high] = [quantile(sorted, Math.min(one, other)), quantile(sorted, Math.max(one, other))];
        expect(sorted).toContain(low);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('of nothing is an error, not a number', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('what was measured', () => {
  it('is summed up whatever the order of the samples', () => {
    expect(measured('time', 'ms', [30, 10, 20])).toMatchObject({ median: 20, min: 10, max: 30, samples: 3 });
  });

  it('has a p99 only when there are enough samples to tell', () => {
    expect(measured('time', 'ms', Array(49).fill(1))).toMatchObject({ p99: null });
    expect(measured('time', 'ms', [...Array(59).fill(1), 8])).toMatchObject({ p99: 8 });
  });

  it('leaves out the rounds that only warm up', async () => {
    let round = 0;
    expect(await rounds(3, async () => ++round)).toEqual([3, 4, 5]);
  });
});
