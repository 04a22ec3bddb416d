import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { type EntryFigures, entryFigures, inOrder } from '../../src/tuning/index.ts';
import { actFile, dictionaryFiles, groupFile } from '../support/dictionary.ts';
import { entryId } from '../support/ids.ts';

const entry = (id: string) => `  - { id: ${id}, say: [${id}], weight: 3, match: [例] }`;
const dictionary = compileDictionary(
  dictionaryFiles({
    'other.yaml': actFile('other', `expressions:\n${['a.wide', 'a.once', 'a.good', 'a.asleep'].map(entry).join('\n')}`),
    'grammar/pressure.yaml': groupFile('pressure', entry('p.now')),
  }),
  await loadTokenizer(),
);
const found = (cases: number, approved: number, dismissed: number, day: number) => ({
  cases,
  flagged: cases,
  approved,
  dismissed,
  dismissedAlone: 0,
  lastAt: new Date(Date.UTC(2026, 6, day)),
});
const figures = entryFigures(
  dictionary,
  new Map([
    [entryId('a.wide'), found(90, 20, 60, 1)],
    [entryId('a.once'), found(1, 0, 1, 3)],
    [entryId('a.good'), found(40, 30, 2, 2)],
    [entryId('p.now'), found(5, 0, 5, 9)], // cannot be: grammar is not written down
    [entryId('gone.entry'), found(7, 7, 0, 9)],
  ]),
  new Map([[entryId('a.wide'), 4]]),
);
const ids = (list: readonly EntryFigures[]) => list.map(({ rule }) => rule.id);

describe('the figures of the entries', () => {
  it('are there for every rule of the dictionary and for no other, and for grammar they are none', () => {
    expect(ids(figures)).toEqual([...dictionary.rules.keys()]);
    const of = (id: string) => figures.find(({ rule }) => rule.id === id)!;
    expect(of('a.wide')).toMatchObject({ found: { cases: 90 }, precision: { share: 0.25 }, misfires: 4 });
    expect(of('a.asleep')).toMatchObject({ found: { cases: 0, lastAt: null }, precision: null, misfires: 0 });
    expect(of('p.now')).toMatchObject({ found: null, precision: null });
  });

  it('give the precision the interval of Wilson', () => {
    const { low, high } = figures.find(({ rule }) => rule.id === 'a.once')!.precision!;
    expect([low, high].map((share) => share.toFixed(2))).toEqual(['0.00', '0.79']);
  });

  it.each([
    ['hits', ['a.wide', 'a.good', 'a.once', 'a.asleep', 'p.now']],
    ['precision', ['a.wide', 'a.once', 'a.good', 'a.asleep', 'p.now']], // one dismissal alone does not lead
    ['last', ['a.once', 'a.good', 'a.wide', 'a.asleep', 'p.now']],
  ] as const)('are ordered by %s', (order, expected) => {
    expect(ids(inOrder(figures, order))).toEqual(expected);
  });
});
