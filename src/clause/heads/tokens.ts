import type { Token } from '../../text/index.ts';

export const isNoun = (token: Token | undefined): boolean => token?.pos[0] === '名詞';
export const isVerb = (token: Token | undefined): boolean => token?.pos[0] === '動詞';
/** Where the polite お, ご before a word begins, else where the word does. */
export function startOf(tokens: readonly Token[], i: number): number {
  const before = tokens[i - 1];
  return before?.pos[0] === '接頭詞' && before.end === tokens[i]!.start ? before.start : tokens[i]!.start;
}
