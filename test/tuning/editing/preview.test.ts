import { describe, expect, it } from 'vitest';
import type { CaseStatus } from '../../../src/cases/index.ts';
import { compileDictionary, compileRule, toLines, withRule } from '../../../src/detect/index.ts';
import { loadTokenizer, sentences } from '../../../src/text/index.ts';
import type { ReadCase } from '../../../src/tuning/editing/kept-cases.ts';
import { effectOf, previewRule } from '../../../src/tuning/editing/preview.ts';
import { completed, proposeEntry, proposeException } from '../../../src/tuning/editing/propose.ts';
import { actFile, dictionaryFiles } from '../../support/dictionary.ts';
import { caseId, entryId } from '../../support/ids.ts';

const tokenize = await loadTokenizer();
const ONE = '  - { id: insult.one, say: [無能], weight: 4, match: [無能] }';
const TWO = '  - { id: insult.two, say: [泥棒], weight: 4, match: [泥棒] }';
const files = (entries: string, contexts = 'contexts: []\n') =>
  dictionaryFiles({
    'insult-person.yaml': actFile('insult-person', `expressions:\n${entries}`),
    'grammar/contexts.yaml': contexts,
  });
const dictionary = compileDictionary(files(`${ONE}\n${TWO}`), tokenize);

function kept(id: number, status: CaseStatus, text: string, day: number, entries: string[] = []): ReadCase {
  const own = sentences(text, [{ kind: 'own', start: 0, end: text.length }]);
  const mail = toLines(
    own.map((sentence, index) => ({ part: 'body', sentence: { ...sentence, index } })),
    tokenize,
  );
  const of = {
    entries: entries.map(entryId),
    acts: [],
    foundActs: [],
    from: '',
    subject: `件名${id}`,
    receivedAt: new Date(Date.UTC(2026, 5, day)),
  };
  return { id: caseId(String(id)), status, mails: [mail], ...of };
}
const CASES = [
  kept(1, 'approved', 'お前は無能だ。', 1),
  kept(2, 'dismissed', '研修の脚本です。君は無能だと言う役です。研修で無能と言う。', 8),
  kept(3, 'dismissed', 'この泥棒。役立たず。', 15, ['insult.two']),
  kept(4, 'open', 'この役立たず。', 22),
  kept(5, 'approved', '見積もりをお願いします。', 29),
];
const changed = (entry: string) => {
  const id = /id: ([\w.]+)/.exec(entry)![1]!;
  const file = files(entry).find(({ path }) => path === 'insult-person.yaml')!;
  const compiled = compileRule(file, id, dictionary, tokenize);
  if (!compiled.ok) throw new Error('does not compile');
  const change = { id, before: dictionary.rules.get(id) ?? null, after: compiled.rule };
  return previewRule(CASES, change, dictionary, withRule(dictionary, id, compiled.rule));
};

describe('the preview of a change', () => {
  it('tells what is newly found, with overlap and cases a week', async () => {
    const preview = await changed('  - { id: insult.three, say: [役立たず], weight: 2, match: [役立たず] }');
    expect(effectOf(preview)).toEqual({
      looked: 5,
      found: { cases: 2, approved: 0, dismissed: 1 },
      lost: { cases: 0, approved: 0, dismissed: 0 },
      same: { cases: 0, approved: 0, dismissed: 0 },
      perWeek: 0.5,
    });
    expect(preview.overlap).toEqual([{ entry: 'insult.two', cases: 1 }]);
    expect(preview.alone).toBe(1);
    expect(preview.precision).toMatchObject({ share: 0 });
    expect(preview.examples.map(({ kind, sentence, start, end }) => [kind, sentence.slice(start, end)])).toEqual([
      ['found', '役立たず'],
      ['found', '役立たず'],
    ]);
  });

  it('tells what is no longer found, and what stays', async () => {
    const preview = await changed('  - { id: insult.one, say: [お前は無能], weight: 4, match: [お前は無能] }');
    expect(preview).toMatchObject({
      found: { cases: 0 },
      lost: { cases: 1, approved: 0, dismissed: 1 },
      same: { cases: 1, approved: 1, dismissed: 0 },
      precision: { share: 1 },
    });
  });

  it('of an exception tells which cases lose a match', async () => {
    const text =
      'contexts:\n  - { id: exception.one, label: { ja: 研修, en: training }, where: sentence, say: [役です], factor: 0, acts: [insult-person], match: [無能と言う役です] }\n';
    const compiled = compileRule({ path: 'grammar/contexts.yaml', text }, 'exception.one', dictionary, tokenize);
    if (!compiled.ok) throw new Error('does not compile');
    const change = { id: 'exception.one', before: null, after: compiled.rule };
    const preview = await previewRule(CASES, change, dictionary, withRule(dictionary, 'exception.one', compiled.rule));
    expect(preview).toMatchObject({ lost: { cases: 1, approved: 0, dismissed: 1 }, found: { cases: 0 } });
  });

  it('of nothing is nothing', async () => {
    const preview = await previewRule([], { id: 'x.y', before: null, after: null }, dictionary, dictionary);
    expect(preview).toMatchObject({ looked: 0, perWeek: 0, precision: null, overlap: [], examples: [] });
  });
});

describe('a proposal', () => {
  const place = (sentence: string, words: string) => {
    const start = sentence.indexOf(words);
    return { sentence, start, end: start + words.length };
  };
  const entry = dictionary.rules.get('insult.one')!;

  it('of an exception has the words that harm no approved case, and the sentence without names', () => {
    if (entry.kind !== 'entry') throw new Error('no entry');
    const at = place('山田太郎さんの研修で、脚本に無能とあります。', '無能');
    const { draft, words } = proposeException(
      { entry, act: 'insult-person', place: at, label: '研修' },
      { dictionary, tokenize },
      [...CASES, kept(6, 'approved', 'その脚本は無能が書いた。', 3)],
    );
    expect(words[0]).toBe('研修');
    expect(words).toContain('脚本');
    expect(draft).toMatchObject({ id: 'exception.insult-one-1', acts: ['insult-person'], say: ['研修'] });
    expect(draft.match[0]).toContain('無能');
    expect(draft.match[0]).not.toMatch(/山田|太郎/);
  });

  it('of an entry is named like its act, and takes signs as they are', () => {
    const at = place('それは(笑)な話だ。', '(笑)な話');
    const proposed = proposeEntry({ act: 'insult-person', words: '(笑)な話', place: at }, { tokenize });
    const draft = completed(proposed, dictionary, []);
    expect(draft).toMatchObject({ id: 'insult.new-1', say: ['\\(笑\\)な話'], match: ['それは(笑)な話だ。'] });
  });

  it('of a form gets its name and its example, where the words are plain', () => {
    const left = { ...proposeEntry({ act: 'insult-person', words: '役立たず', place: null }, { tokenize }), match: [] };
    expect(completed(left, dictionary, [])).toMatchObject({ id: 'insult.new-1', match: ['役立たず'] });
    const saved = [{ path: 'overlay/insult.new-1.yaml', text: '- id: insult.new-1' }]; // a moment ago, not in force yet
    expect(completed(left, dictionary, saved).id).toBe('insult.new-2');
    expect(completed({ ...left, say: ['\\(笑\\)な話'] }, dictionary, []).match).toEqual(['(笑)な話']);
    expect(completed({ ...left, say: ['この…役立たず'] }, dictionary, []).match).toEqual([]);
    expect(completed({ ...left, id: 'insult.x', match: ['例'] }, dictionary, [])).toMatchObject({
      id: 'insult.x',
      match: ['例'],
    });
  });
});
