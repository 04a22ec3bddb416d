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

/** A word, or two in a row, with what stands in the text. */
export interface WordPiece {
  readonly feature: number;
  readonly text: string;
}

const CONTENT = new Set(['名詞', '動詞', '形容詞', '副詞', '感動詞', '連体詞']);

const says = ({ pos }: Token): boolean => CONTENT.has(pos[0] ?? '');
const isName = ({ pos }: Token): boolean => pos[1] === '固有名詞';

/** The same features by the words that show them; names, and what holds no word that says something, are left out. */
export function wordPieces(tokens: readonly Token[]): WordPiece[] {
  return spoken(tokens).flatMap((token, i, all) => {
    const before = all[i - 1];
    if (isName(token)) return [];
    const single = says(token) ? [{ feature: hashOf('words', wordOf(token)), text: token.surface }] : [];
    if (before === undefined || isName(before) || !(says(before) || says(token))) return single;
    const pair = {
      feature: hashOf('words', `${wordOf(before)} ${wordOf(token)}`),
      text: before.surface + token.surface,
    };
    return [...single, pair];
  });
}

const spoken = (tokens: readonly Token[]): Token[] => tokens.filter(({ pos }) => !MARKS.has(pos[0] ?? ''));

const wordOf = ({ lemma, pos }: Token): string => (pos[2] === '人名' ? '人名' : kana(lemma).replace(/[0-9]+/g, '0'));
