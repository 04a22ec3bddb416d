import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { costlyEntries, entryFigures } from '../../src/tuning/index.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';
import { entryId } from '../support/ids.ts';

const entry = (id: string) => `  - { id: ${id}, say: [${id}], weight: 3, match: [例] }`;
const dictionary = compileDictionary(
  dictionaryFiles({
    'other.yaml': actFile(
      'other',
      `expressions:\n${[entry('a.noisy'), entry('a.good'), entry('a.worse'), entry('a.few')].join('\n')}`,
    ),
  }),
  await loadTokenizer(),
);

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
      [entryId('a.noisy'), hits(2, 6, 3)],
      [entryId('a.good'), hits(20, 9)],
      [entryId('a.worse'), hits(0, 12, 12)],
      [entryId('a.few'), hits(0, 2)],
    ]),
    new Map(),
  );

  it('are those with more dismissed than approved, the most dismissed first, without what may be chance', () => {
    expect(costlyEntries(figures, 14)).toMatchObject([
      { rule: { id: 'a.worse' }, perWeek: 6, dismissedPerWeek: 6, savedPerWeek: 6 },
      { rule: { id: 'a.noisy' }, perWeek: 4, dismissedPerWeek: 3, savedPerWeek: 1.5 },
    ]);
  });

  it('are counted over a week at least', () => {
    expect(costlyEntries(figures, 1)[0]).toMatchObject({ dismissedPerWeek: 12 });
  });
});
