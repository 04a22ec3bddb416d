import {
  type ContextRule,
  checkDictionary,
  compileRule,
  type Dictionary,
  type Entry,
  meantHits,
  type SiteRule,
  siteFile,
  withRule,
} from '../../detect/index.ts';
import type { Tokenize } from '../../text/index.ts';
import type { Problem } from '../../util/located-yaml.ts';
import { type Draft, EXAMPLE_FIELDS, EXCEPTION, WORD_FIELDS } from './draft.ts';
import { linesOf } from './leave-out.ts';

/** What is wrong with a draft, told by each front in its reader's language. */
export type DraftProblem =
  | { readonly code: 'id' | 'id-exception' | 'id-taken' | 'no-words' | 'no-example' | 'no-acts' | 'no-label' }
  | { readonly code: 'too-many'; readonly field: string; readonly has: number; readonly most: number }
  | { readonly code: 'too-long'; readonly field: string; readonly words: string; readonly most: number }
  | { readonly code: 'regex'; readonly words: string }
  | { readonly code: 'matches-everything'; readonly sentence: string }
  | { readonly code: 'example-missed' | 'example-found' | 'not-left-out'; readonly sentence: string }
  | { readonly code: 'written'; readonly problem: Problem }; // by whoever reads the file: phrase, key, value

export const MOST_WORDS = 300;
export const MOST_EXAMPLES = 100;
const LONGEST = { words: 160, example: 1000, note: 1000 } as const;

/** What somebody writes who knows regular expressions; none of it is a word of a mail. */
const REGEX = /\\[dwsbDWSB]|\.[*+]|\[[^\]]*\]|^\^|\$$|\(\?[:=!<]|[^\\]\{\d+,?\d*\}/u;

/** What can be told without reading a dictionary. */
export function plainProblems(draft: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const isException = draft.kind === 'exception';
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(draft.id) || draft.id.length > 80) problems.push({ code: 'id' });
  else if (draft.id.startsWith(EXCEPTION) !== isException) problems.push({ code: 'id-exception' });
  const lists = isException
    ? ([['say', draft.say]] as const)
    : WORD_FIELDS.map((field) => [field, draft[field]] as const);
  const examples = EXAMPLE_FIELDS.map(
    (field) => [field, isException ? (field === 'gaps' ? [] : draft[field]) : draft[field]] as const,
  );
  if (lists.every(([, list]) => list.length === 0)) problems.push({ code: 'no-words' });
  if (draft.match.length === 0) problems.push({ code: 'no-example' });
  if (isException && draft.acts.length === 0) problems.push({ code: 'no-acts' });
  if (isException && draft.label === '') problems.push({ code: 'no-label' });
  const measured = [
    ...lists.map(([field, list]) => ({ field, list, most: MOST_WORDS, longest: LONGEST.words })),
    ...examples.map(([field, list]) => ({ field, list, most: MOST_EXAMPLES, longest: LONGEST.example })),
  ];
  for (const { field, list, most, longest } of measured) {
    if (list.length > most) problems.push({ code: 'too-many', field, has: list.length, most });
    const long = list.find((one) => one.length > longest);
    if (long !== undefined) problems.push({ code: 'too-long', field, words: `${long.slice(0, 20)}…`, most: longest });
  }
  if (!isException && draft.note.length > LONGEST.note)
    problems.push({ code: 'too-long', field: 'note', words: `${draft.note.slice(0, 20)}…`, most: LONGEST.note });
  const regex = lists.flatMap(([, list]) => list).find((one) => REGEX.test(one));
  if (regex !== undefined) problems.push({ code: 'regex', words: regex });
  return problems;
}

/** Mails that nobody wants to look at: what finds one of them finds them all. */
const HARMLESS = [
  'いつもお世話になっております。',
  'ご確認のほど、よろしくお願いいたします。',
  '見積書を添付いたしましたので、ご査収ください。',
  '納期についてご相談させてください。',
  '来週の打ち合わせは火曜日の午後でいかがでしょうか。',
  'ご連絡いただきありがとうございます。',
  'Thank you for your reply.',
];

/** What a checked draft is in the dictionary. */
export type Checked =
  | { readonly ok: true; readonly rule: Entry | ContextRule; readonly dictionary: Dictionary }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** Compiles a rule as it would be, and runs its examples with the rest of the dictionary as it is in force. */
export function checkRule(
  written: SiteRule,
  { dictionary, tokenize }: { readonly dictionary: Dictionary; readonly tokenize: Tokenize },
): Checked {
  const id = written.entry;
  const compiled = compileRule(siteFile(written), id, dictionary, tokenize);
  if (!compiled.ok) return { ok: false, problems: compiled.problems.map((problem) => ({ code: 'written', problem })) };
  const { rule } = compiled;
  const changed = withRule(dictionary, id, rule);
  const problems: DraftProblem[] = [];
  const everything = rule.kind === 'entry' ? HARMLESS.find((one) => finds(changed, id, one, tokenize)) : undefined;
  if (everything !== undefined) problems.push({ code: 'matches-everything', sentence: everything });
  for (const { path, message } of checkDictionary({ ...changed, rules: new Map([[id, rule]]) }, tokenize).problems) {
    const [list, index] = path.split('.').slice(-2) as ['match' | 'not', string];
    const sentence = rule.examples[list]?.[Number(index)] ?? message;
    problems.push({ code: list === 'match' ? 'example-missed' : 'example-found', sentence });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rule, dictionary: changed };
}

function finds(dictionary: Dictionary, id: string, text: string, tokenize: Tokenize): boolean {
  return meantHits(dictionary, linesOf(text, tokenize)).some(({ rule }) => rule.id === id);
}
