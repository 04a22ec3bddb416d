import { describe, expect, it } from 'vitest';
import type { FileQuality } from '../../src/lab/file-quality.ts';
import { belowFloors } from '../../src/lab/index.ts';
import { hasBadWord } from '../../src/lab/training/word-list.ts';
import { wilson } from '../../src/tuning/intervals.ts';

describe('the interval of a ratio', () => {
  it.each([
    ['nine of ten', 9, 10, 0.596, 0.982],
    ['none of ten', 0, 10, 0, 0.278],
    ['all of ten', 10, 10, 0.722, 1],
  ])('%s', (_, part, whole, low, high) => {
    expect(wilson(part, whole)!.low).toBeCloseTo(low, 3);
    expect(wilson(part, whole)!.high).toBeCloseTo(high, 3);
  });

  it('of nothing is null', () => expect(wilson(0, 0)).toBeNull());
});

describe('the floors', () => {
  const figures = { recall: 0.8, precision: 0.9, fpr: 0.02 };
  const result = {
    name: 'dev',
    whole: { flagged: figures, surfaced: figures },
    dictionaries: { flagged: figures },
    pairs: null,
  } as unknown as FileQuality;
  const floor = { flaggedRecall: 0.8, flaggedPrecision: 0.9, surfacedRecall: 0.8, flaggedFpr: 0.02 };

  it('hold what is not below them', () => expect(belowFloors([result], { dev: floor })).toEqual([]));

  it('name every figure that has slid', () => {
    const complaints = belowFloors([result], { dev: { ...floor, flaggedRecall: 0.81, flaggedFpr: 0.01 } });
    expect(complaints).toEqual(['dev: flagged recall 0.800 < 0.81', 'dev: flagged fpr 0.020 > 0.01']);
  });

  it('miss a file that was not measured', () => expect(belowFloors([], { dev: floor })).toEqual(['dev: not measured']));
});

it('the word list is what everyone tries first', () => {
  expect(hasBadWord('お前は馬鹿か')).toBe(true);
  expect(hasBadWord('お見積りをください')).toBe(false);
});
