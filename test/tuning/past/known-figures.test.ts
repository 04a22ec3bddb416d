import { describe, expect, it } from 'vitest';
import type { PastCase, PastVerdict } from '../../../src/cases/index.ts';
import type { Band } from '../../../src/detect/index.ts';
import { casesFigures } from '../../../src/tuning/index.ts';
import { caseId, entryId } from '../../support/ids.ts';

const verdict = (band: Band): PastVerdict => ({
  ...{ band, entries: [entryId(`a.${band}`)], top: [], acts: [] },
  ...{ probability: 0.1, pressing: false, least: 'ordinary' },
});

let n = 0;
const one = (outcome: PastCase['outcome'], ...bands: Band[]): PastCase => ({
  n: n++,
  caseId: caseId(String(n)),
  outcome,
  verdicts: bands.map(verdict),
});

describe('figures of a comparison over decided cases', () => {
  const figures = casesFigures([
    one('approved', 'urgent', 'urgent'),
    one('approved', 'grey', 'ordinary'),
    one('approved', 'ordinary', 'review'),
    one('approved', 'ordinary', 'ordinary'),
    one('dismissed', 'review', 'grey'),
    one('dismissed', 'ordinary', 'grey'),
    one('dismissed'), // nothing of it is kept
  ]);

  it('count what is newly found, lost, the same and found by neither, of approved and dismissed ones', () => {
    expect(figures).toMatchObject({ cases: 6, unjudged: 1 });
    expect(figures.surfaced.harassment).toEqual({ found: 1, lost: 1, same: 1, missed: 1 });
    expect(figures.surfaced.harmless).toEqual({ found: 1, lost: 0, same: 1, missed: 0 });
    expect(figures.flagged.harassment).toEqual({ found: 1, lost: 0, same: 1, missed: 2 });
    expect(figures.flagged.harmless).toEqual({ found: 0, lost: 1, same: 0, missed: 1 });
    expect(figures.entries.find(({ entry }) => entry === 'a.grey')).toEqual({
      entry: 'a.grey',
      found: 2,
      lost: 1,
      same: 0,
    });
  });

  it('tell the share of approved ones among those found by each version, with its interval', () => {
    const { before, after } = figures.surfaced.precision;
    expect(before).toMatchObject({ part: 2, of: 3 });
    expect(after).toMatchObject({ part: 2, of: 4, share: 0.5 });
    expect(after!.low).toBeCloseTo(0.15, 2); // Wilson
    expect(after!.high).toBeCloseTo(0.85, 2);
    expect(figures.surfaced.found).toMatchObject({ before: { part: 2, of: 4 }, after: { part: 2, of: 4 } });
  });

  it('tell no share of nothing', () => {
    const { precision, found } = casesFigures([one('dismissed', 'ordinary', 'ordinary')]).surfaced;
    expect([precision.before, precision.after, found.before, found.after]).toEqual([null, null, null, null]);
  });
});
