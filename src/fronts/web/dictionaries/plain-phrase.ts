import { type Phrase, type PhraseNode, parsePhrase } from '../../../detect/index.ts';
import type { Messages } from '../shell/messages.ts';

/** A phrase of a dictionary without its signs: 〔a／b〕 for one of several, 〈name〉 for a shared list. */
export const plainPhrase = (say: string, { phrase: messages }: Pick<Messages, 'phrase'>): string =>
  sequence(parsePhrase(say), messages);

const sequence = (phrase: Phrase, messages: Messages['phrase']): string =>
  phrase.map((node) => plain(node, messages)).join('');

function plain(node: PhraseNode, messages: Messages['phrase']): string {
  const options = (list: readonly Phrase[]) => list.map((option) => sequence(option, messages));
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'gap':
      return '…';
    case 'joint':
      return '・';
    case 'word':
      return `〈${node.name}〉`;
    case 'choice':
      return `〔${[...options(node.options), ...(node.optional ? [messages.nothing] : [])].join('／')}〕`;
    case 'ahead':
      return (node.wanted ? messages.onlyBefore : messages.notBefore)(options(node.options).join('／'));
  }
}

/** Names of the shared lists that phrases refer to. */
export function listsIn(say: readonly string[], lists: ReadonlyMap<string, unknown>): string[] {
  const names = say.flatMap((one) => [...one.matchAll(/[{｛]([^}｝]*)[}｝]/g)].map(([, name]) => name!.trim()));
  return [...new Set(names)].filter((name) => lists.has(name));
}
