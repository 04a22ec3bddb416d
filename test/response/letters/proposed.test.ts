import { expect, it } from 'vitest';
import type { CaseEntry } from '../../../src/response/index.ts';
import { factLines, LETTER_KINDS, planOf, usualRequest } from '../../../src/response/index.ts';

type Told = Pick<CaseEntry, 'note' | 'struck'>;
const fact = (on: string | null, words: string, struck: CaseEntry['struck'] = null): Told => ({
  note: { kind: 'fact', on, words } as CaseEntry['note'],
  struck,
});

it('begins with the facts that stand in the case file, by their days, and with nothing that somebody thinks', () => {
  const entries: Told[] = [
    fact('2026-11-05', '電話が\n3回あった。'),
    fact('2026-11-03', '書面が届いた。'),
    fact('2026-11-04', '間違い', { by: 'x', at: new Date(0) }),
    { note: { kind: 'judgement', words: '悪質だ' }, struck: null },
    { note: { kind: 'effect', harm: 'mind', words: '眠れない' }, struck: null },
  ];
  expect(factLines(entries, 'ja')).toEqual(['2026年11月3日　書面が届いた。', '2026年11月5日　電話が 3回あった。']);
  expect(factLines([fact('2026-11-03', 'A letter came.'), fact(null, 'Somebody called.')], 'en')).toEqual([
    'Somebody called.',
    '3 November 2026: A letter came.',
  ]);
});

it('asks for something where the kind of letter needs it', () => {
  for (const kind of LETTER_KINDS)
    for (const language of ['ja', 'en'] as const)
      expect(usualRequest(kind, language) !== '', kind).toBe(planOf(kind).needs.includes('request'));
});
