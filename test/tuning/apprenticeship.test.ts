import { describe, expect, it } from 'vitest';
import { compileDictionary, type Entry } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import {
  apprenticeOf,
  apprenticesIn,
  approvalsMissing,
  costlyEntries,
  entryFigures,
  wilson,
} from '../../src/tuning/index.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';
import { entryId } from '../support/ids.ts';

const entry = (id: string, more = '') => `  - { id: ${id}, say: [${id}], weight: 3, match: [例]${more} }`;
const dictionary = compileDictionary(
  dictionaryFiles({
    'other.yaml': actFile(
      'other',
      `expressions:\n${[entry('a.new', ', apprentice: true'), entry('a.noisy'), entry('a.good'), entry('a.worse'), entry('a.few')].join('\n')}`,
    ),
  }),
  await loadTokenizer(),
);
const rules = { precision: 0.7, calmDays: 90 };

describe('an apprentice', () => {
  const [only] = apprenticesIn(dictionary) as [Entry];
  const after = (approved: number, dismissed: number, against = 0) =>
    apprenticeOf(only, { since: null, approved, dismissed, against }, rules);

  it('is whatever entry says so', () => {
    expect(apprenticesIn(dictionary).map(({ id }) => id)).toEqual(['a.new']);
  });

  it.each([
    ['nothing decided', after(0, 0), { isReady: false, missing: 9, precision: null }],
    ['eight of eight', after(8, 0), { isReady: false, missing: 1 }],
    ['nine of nine', after(9, 0), { isReady: true, missing: 0 }],
    ['nine of nine, and a mark against it', after(9, 0, 1), { isReady: false, missing: 0 }],
    ['thirty of thirty-three, the three long ago', after(30, 3), { isReady: true }],
    ['as many dismissed', after(20, 20), { isReady: false }],
  ])('with %s', (_what, found, expected) => {
    expect(found).toMatchObject(expected);
  });

  it('misses as many approved cases as bring the interval above the mark, and not one more', () => {
    for (let approved = 0; approved < 15; approved++)
      for (let dismissed = 0; dismissed < 8; dismissed++)
        for (const precision of [0.5, 0.7, 0.9]) {
          const missing = approvalsMissing(approved, dismissed, precision);
          const low = (more: number) => wilson(approved + more, approved + dismissed + more)?.low ?? 0;
          expect(low(missing)).toBeGreaterThanOrEqual(precision);
          if (missing > 0) expect(low(missing - 1)).toBeLessThan(precision);
        }
  });
});

describe('entries that cost more than they catch', () => {
  const hits = (approved: number, dismissed: number, dismissedAlone = 0) => ({
    cases: approved + dismissed,
    flagged: 0,
    approved,
    dismissed,
    dismissedAlone,
    lastAt: new Date(0),
  });
  const figures = entryFigures(
    dictionary,
    new Map([
      [entryId('a.new'), hits(0, 9)],
      [entryId('a.noisy'), hits(2, 6, 3)],
      [entryId('a.good'), hits(20, 9)],
      [entryId('a.worse'), hits(0, 12, 12)],
      [entryId('a.few'), hits(0, 2)],
    ]),
    new Map(),
  );

  it('are those with more dismissed than approved, the most dismissed first, without apprentices and chance', () => {
    expect(costlyEntries(figures, 14)).toMatchObject([
      { rule: { id: 'a.worse' }, perWeek: 6, dismissedPerWeek: 6, savedPerWeek: 6 },
      { rule: { id: 'a.noisy' }, perWeek: 4, dismissedPerWeek: 3, savedPerWeek: 1.5 },
    ]);
  });

  it('are counted over a week at least', () => {
    expect(costlyEntries(figures, 1)[0]).toMatchObject({ dismissedPerWeek: 12 });
  });
});
