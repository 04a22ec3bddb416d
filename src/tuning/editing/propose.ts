import type { Act, Dictionary, DictionaryFile, Entry } from '../../detect/index.ts';
import { meantHits } from '../../detect/index.ts';
import type { Span, Tokenize } from '../../text/index.ts';
import { anonymised } from './anonymise.ts';
import { asPhrase, type Draft, type EntryDraft, EXCEPTION, type ExceptionDraft } from './draft.ts';
import type { ReadCase } from './kept-cases.ts';

/** Words of a mail, in their sentence. */
export interface Place extends Span {
  readonly sentence: string; // offsets are in it
}

const MOST_WORDS = 6;

/**
 * An exception for an entry that misfired: the sentence made anonymous, and the word beside the match that harmed fewest approved cases.
 *
 * @returns with `words` that would do as well, the best first
 */
export function proposeException(
  { entry, act, place, label }: { entry: Entry; act: Act; place: Place | null; label: string },
  { dictionary, tokenize }: { readonly dictionary: Dictionary; readonly tokenize: Tokenize },
  cases: readonly ReadCase[],
): { readonly draft: ExceptionDraft; readonly words: readonly string[] } {
  const sentence = place === null ? '' : anonymised(place.sentence, place, tokenize);
  const matched = place === null ? '' : place.sentence.slice(place.start, place.end);
  const words = sentence === '' ? [] : inOrder(wordsBeside(sentence, matched, tokenize), entry, dictionary, cases);
  return {
    draft: {
      kind: 'exception',
      id: freeId(`${EXCEPTION}${entry.id.replaceAll('.', '-')}`, dictionary),
      acts: [act],
      where: 'sentence',
      label: label === '' ? (words[0] ?? '') : label,
      say: words.slice(0, 1).map(asPhrase),
      match: sentence === '' ? [] : [sentence],
      not: entry.examples.match.slice(0, 2),
    },
    words: words.slice(0, MOST_WORDS),
  };
}

/** An entry for words that none found. */
export function proposeEntry(
  { act, words, place }: { act: Act; words: string; place: Place | null },
  { tokenize }: { readonly tokenize: Tokenize },
): EntryDraft {
  const said = anonymised(words, { start: 0, end: 0 }, tokenize);
  return {
    kind: 'entry',
    id: '', // by `completed`
    act,
    section: 'expressions',
    do: [],
    be: [],
    noun: [],
    say: [asPhrase(said)],
    who: [],
    to: [],
    as: [],
    atLeast: 'grey',
    note: '',
    match: [place === null ? said : anonymised(place.sentence, place, tokenize)],
    not: [],
    gaps: [],
  };
}

/** Nouns of the sentence that are not part of the match, each once. */
export function wordsBeside(sentence: string, matched: string, tokenize: Tokenize): string[] {
  const start = sentence.indexOf(matched);
  const end = start + matched.length;
  const nouns = tokenize(sentence).filter(
    ({ pos, surface, ...span }) =>
      pos[0] === '名詞' &&
      ['一般', 'サ変接続', '形容動詞語幹'].includes(pos[1] ?? '') &&
      surface.length > 1 &&
      !/^[\d\w]+$/.test(surface) &&
      !(span.start < end && start < span.end),
  );
  return [...new Set(nouns.map(({ surface }) => surface))].slice(0, 12);
}

/** First those that stand beside the entry in the fewest approved cases, then in the most dismissed ones. */
export function inOrder(
  words: readonly string[],
  entry: Entry,
  dictionary: Dictionary,
  cases: readonly ReadCase[],
): readonly string[] {
  const counts = new Map(words.map((word) => [word, { approved: 0, dismissed: 0 }]));
  for (const { status, mails } of cases) {
    if (status !== 'approved' && status !== 'dismissed') continue;
    for (const lines of mails) {
      const some = lines.filter(({ written }) => words.some((word) => written.includes(word)));
      if (some.length === 0) continue;
      const hit = meantHits(dictionary, lines).filter(({ rule, line }) => rule.id === entry.id && some.includes(line));
      for (const word of words) if (hit.some(({ line }) => line.written.includes(word))) counts.get(word)![status] += 1;
    }
  }
  const of = (word: string) => counts.get(word)!;
  return [...words].sort(
    (a, b) =>
      of(a).approved - of(b).approved || of(b).dismissed - of(a).dismissed || b.length - a.length || (a < b ? -1 : 1),
  );
}

/** The first that nobody has, in force or saved a moment ago. */
export function freeId(
  stem: string,
  { rules }: Pick<Dictionary, 'rules'>,
  files: readonly DictionaryFile[] = [],
): string {
  const isTaken = (id: string) => rules.has(id) || files.some(({ text }) => text.includes(id));
  for (let n = 1; ; n++) if (!isTaken(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** How entries of an act are called here. */
function stemOf(act: Act, { rules }: Pick<Dictionary, 'rules'>): string {
  const own = [...rules.values()].find(
    (rule) => rule.kind === 'entry' && rule.role.kind !== 'grammar' && rule.role.act === act,
  );
  return `${own?.id.split('.')[0] ?? act}.new`;
}

/** A new entry with what its author left out: its name, and of plain phrases the example that each is. */
export function completed(draft: Draft, dictionary: Dictionary, files: readonly DictionaryFile[]): Draft {
  if (draft.kind === 'exception') return draft;
  const plain = draft.say.filter(isPlain).map((words) => words.replace(/\\(.)/g, '$1'));
  return {
    ...draft,
    id: draft.id === '' ? freeId(stemOf(draft.act, dictionary), dictionary, files) : draft.id,
    match: draft.match.length === 0 && plain.length === draft.say.length ? plain : draft.match,
  };
}

/** Without a sign that means something in a phrase. */
const isPlain = (words: string): boolean => !/[()|{}?…・（）｜｛｝？]/.test(words.replace(/\\./g, ''));
