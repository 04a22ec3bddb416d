import { type Line, toLines } from '../../../src/detect/match.ts';
import { sentences, type Tokenize } from '../../../src/text/index.ts';

/** Texts as the sentences of one mail. */
export const linesOf = (texts: readonly string[], tokenize: Tokenize): Line[] =>
  toLines(
    texts
      .flatMap((text) => sentences(text, [{ kind: 'own', start: 0, end: text.length }]))
      .map((sentence, index) => ({ part: 'body', sentence: { ...sentence, index } })),
    tokenize,
  );
