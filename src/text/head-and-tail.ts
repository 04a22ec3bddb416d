import { linesOf } from './lines.ts';
import type { Segment, Span } from './types.ts';

/**
 * What of a long text is read: all of it, or its first and last halves of `limit` UTF-16 units. A surrogate pair is
 * never cut; the spans are then one unit shorter.
 *
 * @example
 * headAndTail('abcdefgh', 4) // → [{ start: 0, end: 2 }, { start: 6, end: 8 }]
 */
export function headAndTail(text: string, limit: number): readonly Span[] {
  if (text.length <= limit) return text === '' ? [] : [{ start: 0, end: text.length }];
  const half = Math.floor(limit / 2);
  const head = splitsPair(text, half) ? half - 1 : half;
  const tail = text.length - half;
  return [
    { start: 0, end: head },
    { start: splitsPair(text, tail) ? tail + 1 : tail, end: text.length },
  ];
}

/** Whether a cut before `at` would part a surrogate pair. */
export const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

const PIECE = 2_000; // UTF-16 units of a line that is taken or left as a whole

/**
 * Of a long text, the segments that are read: own lines that stood between the same lines before say nothing new, and of the
 * rest the first and the last `limit / 2` UTF-16 units stay. Segments of other kinds stay as they are.
 *
 * @returns cut: words were left out that stand nowhere else
 */
export function withinLimit(
  text: string,
  segments: readonly Segment[],
  limit: number,
): { segments: readonly Segment[]; cut: boolean } {
  if (text.length <= limit) return { segments, cut: false };
  const pieces = newPieces(text, segments);
  const total = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  let before = 0;
  const kept = pieces.filter(({ start, end }) => {
    before += end - start;
    return total <= limit || before <= limit / 2 || before > total - limit / 2;
  });
  const others = segments.filter(({ kind }) => kind !== 'own');
  return { segments: [...others, ...joined(kept)].sort((a, b) => a.start - b.start), cut: kept.length < pieces.length };
}

function newPieces(text: string, segments: readonly Segment[]): Segment[] {
  const pieces: Segment[] = [];
  const known = new Set<string>();
  let above = '';
  for (const segment of segments) {
    if (segment.kind !== 'own') continue;
    const lines = linesOf(text.slice(segment.start, segment.end));
    lines.forEach((line, i) => {
      const here = line.text.trim();
      const place = `${above}\n${here}\n${lines[i + 1]?.text.trim() ?? ''}`;
      above = here;
      if (known.has(place)) return;
      known.add(place);
      for (const span of piecesOf(text, { start: segment.start + line.start, end: segment.start + line.end }))
        pieces.push({ ...span, kind: 'own' });
    });
  }
  return pieces;
}

function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(from + PIECE, end);
    const whole = to < end && splitsPair(text, to) ? to - 1 : to;
    pieces.push({ start: from, end: whole });
    from = whole;
  }
  return pieces;
}

/** Neighbours as one. */
function joined(pieces: readonly Segment[]): Segment[] {
  const found: Segment[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && last.end === piece.start) found[found.length - 1] = { ...last, end: piece.end };
    else found.push(piece);
  }
  return found;
}
