import { describe, expect, it } from 'vitest';
import { agreementOf, isEnough, type Pair } from '../../../src/tuning/index.ts';

const pairs = (both: number, neither: number, differ: number): Pair[] => [
  ...Array.from({ length: both }, () => ({ first: true, second: true })),
  ...Array.from({ length: neither }, () => ({ first: false, second: false })),
  ...Array.from({ length: differ }, (_, i) => ({ first: i % 2 === 0, second: i % 2 === 1 })),
];

describe('how far people agree', () => {
  it("is Krippendorff's alpha", () => {
    // His example of ten units and two observers: 1 both, 5 neither, 4 that differ.
    expect(agreementOf(pairs(1, 5, 4)).alpha).toBeCloseTo(0.095, 3);
  });

  it('is 1 where all agree, about 0 where chance does as well, below where they contradict', () => {
    expect(agreementOf(pairs(10, 10, 0))).toMatchObject({ same: 20, alpha: 1, interval: { low: 1, high: 1 } });
    expect(agreementOf(pairs(25, 25, 50)).alpha).toBeCloseTo(0, 1);
    expect(agreementOf(pairs(0, 0, 20)).alpha).toBeLessThan(-0.9);
  });

  it('is nothing where everybody says the same of everything', () => {
    expect(agreementOf(pairs(0, 30, 0))).toEqual({ pairs: 30, same: 30, alpha: null, interval: null });
    expect(agreementOf([])).toMatchObject({ alpha: null });
  });

  it('has an interval around it that is the same each time, and narrower with more pairs', () => {
    const [few, many] = [agreementOf(pairs(8, 8, 4)), agreementOf(pairs(80, 80, 40))];
    expect(agreementOf(pairs(8, 8, 4))).toEqual(few);
    for (const { alpha, interval } of [few, many]) {
      expect(interval!.low).toBeLessThan(alpha!);
      expect(interval!.high).toBeGreaterThan(alpha!);
    }
    expect(many.interval!.high - many.interval!.low).toBeLessThan(few.interval!.high - few.interval!.low);
  });

  it('is shown of many pairs of several people alone', () => {
    expect([isEnough(19, 9), isEnough(90, 3), isEnough(20, 4)]).toEqual([false, false, true]);
  });
});
