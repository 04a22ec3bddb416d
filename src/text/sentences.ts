import { cut } from './cut.ts';
import { fold } from './fold.ts';
import { slice } from './rewrite.ts';
import type { Segment, Sentence } from './types.ts';
import { unwrap } from './unwrap.ts';

const SUBJECT_PREFIX = /^\s*(?:(?:re|fw|fwd|返信|転送)(?:\[\d+\])?\s?[:：]\s*)+/i;

/**
 * The folded sentences of a part's own segments, `start` and `end` pointing into the part. Hard-wrapped lines are
 * joined first; a leading Re: or Fwd: is left out. `index` counts from 0 within the part.
 *
 * @example
 * sentences('拝見しました。対応は？', segment('拝見しました。対応は？')).map(({ text }) => text)
 * // → ['拝見しました。', '対応は?']
 */
export function sentences(text: string, segments: readonly Segment[]): Sentence[] {
  const found: Sentence[] = [];
  const prefix = SUBJECT_PREFIX.exec(text.slice(0, 200))?.[0].length ?? 0;
  const firstQuoted = segments.findIndex(({ kind }) => kind === 'quoted');
  const lastQuoted = segments.findLastIndex(({ kind }) => kind === 'quoted');
  let paragraphs = 0;
  segments.forEach((segment, i) => {
    if (segment.kind !== 'own') return;
    const inlineReply = i > firstQuoted && i < lastQuoted && firstQuoted >= 0;
    const own = inStretch(text, Math.max(segment.start, prefix), segment.end);
    for (const one of own) {
      found.push({
        ...one,
        index: found.length,
        paragraph: paragraphs + one.paragraph,
        ...(inlineReply && { inlineReply }),
      });
    }
    paragraphs += (own.at(-1)?.paragraph ?? -1) + 1;
  });
  return found;
}

/** The folded sentences of a stretch of text, paragraphs counted from 0 within it. */
export function inStretch(text: string, from: number, to: number): Sentence[] {
  return unwrap(text, from, to).flatMap((passage) => {
    const folded = fold(passage.text);
    return cut(folded.text).map((span, index) => {
      const { text: words, start, end } = slice(folded, span);
      return {
        text: words,
        start: start.map((unit) => passage.at[unit]!),
        end: end.map((unit) => passage.at[unit - 1]! + 1),
        index,
        paragraph: passage.paragraph,
      };
    });
  });
}
