import { expect, it } from 'vitest';
import type { CaseEntry, Day } from '../../../src/response/index.ts';
import { factLines, LETTER_KINDS, planOf, staffLine, usualRequest } from '../../../src/response/index.ts';

type Told = Pick<CaseEntry, 'note' | 'struck'>;
const fact = (on: string | null, words: string, struck: CaseEntry['struck'] = null): Told => ({
  note: { kind: 'fact', on, words } as CaseEntry['note'],
  struck,
});

it('begins with the facts that stand in the case file, by their days, and with nothing that somebody thinks', () => {
  const entries: Told[] = [
    fact('2026-11-05', '電話が\n3回あった。'),
    fact('2026-11-03', '書面が届いた。'),
    fact('2026-11-04', '間違い', { by: 'x', at: new Date(0), why: '' }),
    { note: { kind: 'judgement', words: '悪質だ' }, struck: null },
    { note: { kind: 'effect', harm: 'mind', words: '眠れない' }, struck: null },
  ];
  expect(factLines(entries, 'ja')).toEqual(['2026年11月3日　書面が届いた。', '2026年11月5日　電話が 3回あった。']);
  expect(factLines([fact('2026-11-03', 'A letter came.'), fact(null, 'Somebody called.')], 'en')).toEqual([
    'Somebody called.',
    '3 November 2026: A letter came.',
  ]);
});

it('marks a fact that somebody told, and names those who dealt with it only with their consent', () => {
  const told = { note: { kind: 'fact', on: null, words: 'また来た。', told: true }, struck: null } as const;
  expect(factLines([told], 'ja')).toEqual(['また来た。（従業員の申告による）']);
  const people = [
    { name: '佐藤 花子', role: '窓口の担当者', naming: 'agreed' },
    { name: '山田 太郎', role: '', naming: 'refused' },
  ] as const;
  expect(staffLine(people, '2026-11-03' as Day, 'ja')).toBe('佐藤 花子、担当者（2026年11月3日に対応した者）');
  expect(staffLine(people, '2026-11-03' as Day, 'en')).toBe(
    '佐藤 花子; the person in charge (who dealt with it on 3 November 2026)',
  );
  expect(staffLine([], '2026-11-03' as Day, 'ja')).toBe('');
});

it('asks for something where the kind of letter needs it', () => {
  for (const kind of LETTER_KINDS)
    for (const language of ['ja', 'en'] as const)
      expect(usualRequest(kind, language) !== '', kind).toBe(planOf(kind).needs.includes('request'));
});
