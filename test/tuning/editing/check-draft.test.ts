import { describe, expect, it } from 'vitest';
import { compileDictionary, type EntryId } from '../../../src/detect/index.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { checkRule, plainProblems } from '../../../src/tuning/editing/check-draft.ts';
import { type EntryDraft, type ExceptionDraft, itemOf } from '../../../src/tuning/editing/draft.ts';
import { actFile, dictionaryFiles } from '../../support/dictionary.ts';

const tokenize = await loadTokenizer();
const dictionary = compileDictionary(
  dictionaryFiles({
    'insult-person.yaml': actFile(
      'insult-person',
      'expressions:\n  - { id: insult.one, be: [無能], weight: 4, match: [お前は無能だ] }',
    ),
  }),
  tokenize,
);

const entry = (given: Partial<EntryDraft>): EntryDraft => ({
  kind: 'entry',
  id: 'insult.new',
  act: 'insult-person',
  section: 'expressions',
  do: [],
  be: [],
  noun: [],
  say: ['給料泥棒'],
  who: [],
  to: [],
  as: [],
  atLeast: 'review',
  note: '',
  match: ['この給料泥棒'],
  not: ['給料の明細'],
  gaps: [],
  ...given,
});
const exception: ExceptionDraft = {
  kind: 'exception',
  id: 'exception.training-1',
  acts: ['insult-person'],
  where: 'sentence',
  label: '研修の話',
  say: ['研修'],
  match: ['研修でお前は無能だと言う役をします'],
  not: ['お前は無能だ'],
};
const codes = (given: Partial<EntryDraft>) => plainProblems(entry(given)).map(({ code }) => code);
const checked = (draft: EntryDraft | ExceptionDraft) => {
  const home =
    draft.kind === 'exception'
      ? ({ act: null, section: 'contexts' } as const)
      : { act: draft.act, section: draft.section };
  const rule = { entry: draft.id as EntryId, ...home, text: itemOf(draft, '') };
  return checkRule(rule, { dictionary, tokenize });
};
const problems = (draft: EntryDraft | ExceptionDraft) => {
  const result = checked(draft);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};

describe('a draft', () => {
  it('that is good has no problem', () => {
    expect(plainProblems(entry({}))).toEqual([]);
    expect(plainProblems(exception)).toEqual([]);
    expect(problems(entry({}))).toEqual([]);
    expect(problems(exception)).toEqual([]);
  });

  it.each([
    ['a name that is none', { id: 'Insult' }, ['id']],
    ['the name of an exception', { id: 'exception.x' }, ['id-exception']],
    ['no words', { say: [] }, ['no-words']],
    ['no example', { match: [] }, ['no-example']],
    ['10,000 words', { say: Array.from({ length: 10_000 }, (_, n) => `言葉${n}`) }, ['too-many']],
    ['a long phrase', { say: ['あ'.repeat(161)] }, ['too-long']],
    ['a long note', { note: 'あ'.repeat(1001) }, ['too-long']],
    ['a regular expression', { say: ['死ね.*お前'] }, ['regex']],
    ['classes of characters', { say: ['[死氏]ね'] }, ['regex']],
    ['an anchor', { say: ['^死ね'] }, ['regex']],
    ['a back-slashed class', { say: ['\\d+回'] }, ['regex']],
    ['three mistakes', { id: 'x', say: [], match: [] }, ['id', 'no-words', 'no-example']],
  ])('with %s is told so', (_what, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it.each(['死ね(!ば|る)', '(詫び|謝罪)…しろ', '{お前}は無能', '理由？', '\\?', '消える{そのまま}', '100(円|万円)'])(
    'with the phrase %s is not taken for a regular expression',
    (say) => {
      expect(codes({ say: [say] })).toEqual([]);
    },
  );

  it.each([
    ['a word of every mail', { say: ['お世話'], match: ['お世話'] }, 'matches-everything'],
    ['an example that it does not match', { match: ['この泥棒'] }, 'example-missed'],
    ['an example that it must not match', { not: ['あの給料泥棒'] }, 'example-found'],
    ['a bracket that is never closed', { say: ['(給料'] }, 'written'],
    ['gaps alone', { say: ['…'] }, 'written'],
    ['nothing that is certain', { say: ['(給料)?'] }, 'written'],
    ['moods of both kinds', { be: ['無能'], as: ['+did', 'ask'] }, 'written'],
  ])('with %s is refused', (_what, given, expected) => {
    expect(problems(entry(given))).toContain(expected);
  });

  it('of an exception that makes nothing harmless, or too much, is refused', () => {
    expect(problems({ ...exception, match: ['お前は無能だ'] })).toContain('example-missed');
    expect(problems({ ...exception, not: ['研修だ、お前は無能だ'] })).toContain('example-found');
  });

  it('names the entry that is wrong', () => {
    const result = checked(entry({ say: ['給料泥棒', '(給料'] }));
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'written', problem: { file: 'overlay/insult.new.yaml', line: 4 } }],
    });
  });
});
