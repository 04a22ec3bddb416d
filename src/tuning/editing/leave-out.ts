import { type Dictionary, meantHits, toLines } from '../../detect/index.ts';
import { sentences, type Tokenize } from '../../text/index.ts';
import { asPhrase, type EntryDraft, EXCEPTION, type ExceptionDraft } from './draft.ts';
import type { ReadCase } from './kept-cases.ts';
import { freeId, inOrder, wordsBeside } from './propose.ts';

/**
 * What keeps an entry from being found in harmless sentences: an exception of that entry alone, with a word of each sentence that stands
 * in no example of the entry, and beside the fewest approved cases.
 *
 * @param dictionary with the entry in it
 * @returns as `unlike` the sentences in which the entry is not found, or that have nothing that tells them from its examples
 */
export function leaveOut(
  draft: EntryDraft,
  harmless: readonly string[],
  { dictionary, tokenize }: { readonly dictionary: Dictionary; readonly tokenize: Tokenize },
  cases: readonly ReadCase[],
): { readonly exception: ExceptionDraft | null; readonly unlike: readonly string[] } {
  const entry = dictionary.rules.get(draft.id);
  const words = harmless.map((sentence) => {
    if (entry?.kind !== 'entry') return null;
    const hit = meantHits(dictionary, linesOf(sentence, tokenize)).find(({ rule }) => rule.id === entry.id);
    if (hit === undefined) return null;
    const matched = hit.line.written.slice(hit.start, hit.end);
    const beside = inOrder(wordsBeside(sentence, matched, tokenize), entry, dictionary, cases);
    const isFree = (word: string) => !draft.match.some((example) => example.includes(word));
    return [...beside, ...longer(sentence, matched, tokenize)].find(isFree) ?? null;
  });
  const say = [...new Set(words.filter((word) => word !== null))];
  const unlike = harmless.filter((_, i) => words[i] === null);
  if (say.length === 0 || unlike.length > 0) return { exception: null, unlike };
  return {
    exception: {
      kind: 'exception',
      id: freeId(`${EXCEPTION}${draft.id.replaceAll('.', '-')}`, dictionary),
      acts: [draft.act],
      entries: [draft.id],
      where: 'sentence',
      label: say.join('・'),
      say: say.map(asPhrase),
      match: harmless,
      not: draft.match,
    },
    unlike,
  };
}

/** The words with what stands behind or before them: what tells a sentence in which no noun does. */
function longer(sentence: string, matched: string, tokenize: Tokenize): string[] {
  const start = sentence.indexOf(matched);
  const end = start + matched.length;
  const tokens = tokenize(sentence).filter(({ surface }) => /[\p{L}\p{N}]/u.test(surface));
  const after = tokens.filter((token) => token.start >= end).slice(0, 2);
  const before = tokens.filter((token) => token.end <= start).slice(-2);
  return [
    ...after.map((token) => sentence.slice(start, token.end)),
    ...before.toReversed().map((token) => sentence.slice(token.start, end)),
  ];
}

export const linesOf = (text: string, tokenize: Tokenize) =>
  toLines(
    sentences(text, [{ kind: 'own', start: 0, end: text.length }]).map((sentence, index) => ({
      part: 'body',
      sentence: { ...sentence, index },
    })),
    tokenize,
  );
