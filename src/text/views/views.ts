import { unfolded } from '../rewrite.ts';
import { inStretch } from '../sentences.ts';
import type { Folded, Segment, Sentence } from '../types.ts';
import { APART, lettersTogether } from './apart.ts';

/**
 * What a reader makes of own text that is written so that a program does not: sentences beside those that stand there, `start` and `end`
 * pointing at what was written. Ordinary text has none, and costs one search.
 *
 * @example
 * views('お|前|を|殺|す', [{ start: 0, end: 9, kind: 'own' }]).map(({ text }) => text) // → ['お前を殺す']
 */
export function views(text: string, segments: readonly Segment[]): Sentence[] {
  return segments.flatMap(({ kind, start, end }) => {
    const written = text.slice(start, end);
    if (kind !== 'own' || !APART.test(written)) return [];
    const own = unfolded(written);
    const view = lettersTogether(own);
    if (view === own) return [];
    const known = new Set(inStretch(text, start, end).map((one) => one.text));
    return inStretch(view.text, 0, view.text.length)
      .filter((one) => !known.has(one.text))
      .map((one) => back(one, view, start));
  });
}

/** A sentence of a view, in the offsets of the part. */
const back = (sentence: Sentence, view: Folded, at: number): Sentence => ({
  ...sentence,
  start: sentence.start.map((unit) => at + view.start[unit]!),
  end: sentence.end.map((unit) => at + view.end[unit - 1]!),
});
