import { slice, unfolded } from '../rewrite.ts';
import { inStretch } from '../sentences.ts';
import type { Folded, Segment, Sentence } from '../types.ts';
import { together } from './apart.ts';

type View = (written: Folded) => Folded;

const VIEWS: readonly View[] = [together];

/**
 * What a reader makes of own text that is written so that a program does not: sentences beside those that stand there, `start` and `end`
 * pointing at what was written. Ordinary text has none, and costs one search for each view.
 *
 * @example
 * views('お|前|を|殺|す', [{ start: 0, end: 9, kind: 'own' }]).map(({ text }) => text) // → ['お前を殺す']
 */
export function views(text: string, segments: readonly Segment[]): Sentence[] {
  const written = unfolded(text);
  return segments.flatMap((segment) => {
    if (segment.kind !== 'own') return [];
    const own = slice(written, segment);
    const seen = VIEWS.map((view) => view(own)).filter((one) => one !== own);
    if (seen.length === 0) return [];
    const known = new Set(inStretch(text, segment.start, segment.end).map((one) => one.text));
    return seen.flatMap((view) =>
      inStretch(view.text, 0, view.text.length)
        .filter((one) => !known.has(one.text))
        .map((one) => back(one, view)),
    );
  });
}

/** A sentence of a view, in the offsets of the part. */
const back = (sentence: Sentence, view: Folded): Sentence => ({
  ...sentence,
  start: sentence.start.map((unit) => view.start[unit]!),
  end: sentence.end.map((unit) => view.end[unit - 1]!),
});
