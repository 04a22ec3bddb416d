import type { Token } from '../../text/index.ts';
import { kana } from '../kana.ts';
import { hashOf } from './hash.ts';

const MARKS = new Set(['記号', '空白']);

/** The words of a sentence in dictionary form and each two in a row, its ends counted as words; names and numbers as classes. */
export function wordFeatures(tokens: readonly Token[]): Set<number> {
  const words = ['<', ...spoken(tokens).map(wordOf), '>'];
  const found = new Set<number>();
  words.forEach((word, i) => {
    found.add(hashOf('words', word));
    if (i > 0) found.add(hashOf('words', `${words[i - 1]} ${word}`));
  });
  return found;
}

const spoken = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => !MARKS.has(pos[0] ?? ''));

const wordOf = ({ lemma, pos }: Token): string => (pos[2] === '人名' ? '人名' : kana(lemma).replace(/[0-9]+/g, '0'));
