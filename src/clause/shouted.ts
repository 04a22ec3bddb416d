import type { Token } from '../text/index.ts';

const SHOUTED = /^[ァ-ヶー]+ヲ[ァ-ヶー]+$/;

/** オマエヲコロス is one noun to kuromoji: cut at ヲ. */
export function cutShouted(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ surface }) => SHOUTED.test(surface))) return tokens;
  return tokens.flatMap((token) => {
    const at = SHOUTED.test(token.surface) ? token.surface.indexOf('ヲ') : -1;
    if (at < 0) return [token];
    const piece = (from: number, to: number, pos: readonly string[]): Token => {
      const surface = token.surface.slice(from, to);
      return { ...token, surface, lemma: surface, pos, start: token.start + from, end: token.start + to };
    };
    return [
      piece(0, at, ['名詞', '一般']),
      { ...piece(at, at + 1, ['助詞', '格助詞', '一般']), surface: 'を', lemma: 'を' },
      piece(at + 1, token.surface.length, ['名詞', '一般']),
    ];
  });
}
