import { type Phrase, type PhraseNode, parsePhrase } from '../../../detect/index.ts';
import type { Words } from '../shell/messages.ja.ts';

/** A phrase of a dictionary without its signs: 〔a／b〕 for one of several, 〈name〉 for a shared list. */
export const plainPhrase = (say: string, { phrase: words }: Pick<Words, 'phrase'>): string =>
  sequence(parsePhrase(say), words);

const sequence = (phrase: Phrase, words: Words['phrase']): string => phrase.map((node) => plain(node, words)).join('');

function plain(node: PhraseNode, words: Words['phrase']): string {
  const options = (list: readonly Phrase[]) => list.map((option) => sequence(option, words));
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'gap':
      return '…';
    case 'word':
      return `〈${node.name}〉`;
    case 'choice':
      return `〔${[...options(node.options), ...(node.optional ? [words.nothing] : [])].join('／')}〕`;
    case 'ahead':
      return (node.wanted ? words.onlyBefore : words.notBefore)(options(node.options).join('／'));
  }
}

/** Names of the shared lists that phrases refer to. */
export function listsIn(say: readonly string[], lists: ReadonlyMap<string, unknown>): string[] {
  const names = say.flatMap((one) => [...one.matchAll(/[{｛]([^}｝]*)[}｝]/g)].map(([, name]) => name!.trim()));
  return [...new Set(names)].filter((name) => lists.has(name));
}
