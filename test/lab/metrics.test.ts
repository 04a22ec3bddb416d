import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures } from '../../src/lab/index.ts';

const outcomes = (tp: number, fp: number, fn: number, tn: number) => [
  ...Array(tp).fill({ expected: true, found: true }),
  ...Array(fp).fill({ expected: false, found: true }),
  ...Array(fn).fill({ expected: true, found: false }),
  ...Array(tn).fill({ expected: false, found: false }),
];

describe('figures', () => {
  it.each([
    ['a mixture', [6, 2, 4, 8], { precision: 0.75, recall: 0.6, fpr: 0.2, f1: 12 / 18 }],
    ['all right', [3, 0, 0, 5], { precision: 1, recall: 1, fpr: 0, f1: 1 }],
    ['nothing found', [0, 0, 4, 6], { precision: null, recall: 0, fpr: 0, f1: 0 }],
    ['nothing to find', [0, 0, 0, 6], { precision: null, recall: null, fpr: 0, f1: null }],
    ['only harassment', [2, 0, 2, 0], { precision: 1, recall: 0.5, fpr: null, f1: 2 / 3 }],
    ['nothing at all', [0, 0, 0, 0], { precision: null, recall: null, fpr: null, f1: null }],
  ])('%s', (_what, counts, expected) => {
    const [tp, fp, fn, tn] = counts as [number, number, number, number];
    expect(figures(outcomes(tp, fp, fn, tn))).toEqual({ tp, fp, fn, tn, ...expected });
  });

  it('count every mail once and never leave 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ expected: fc.boolean(), found: fc.boolean() })), (mails) => {
        const { tp, fp, fn, tn, ...ratios } = figures(mails);
        expect(tp + fp + fn + tn).toBe(mails.length);
        for (const ratio of Object.values(ratios)) if (ratio !== null) expect(ratio >= 0 && ratio <= 1).toBe(true);
      }),
    );
  });
});
