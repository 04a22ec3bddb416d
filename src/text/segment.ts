import { isBlank, linesOf } from './lines.ts';
import { noticeLines } from './notice.ts';
import { quotedLines } from './quoted.ts';
import { signatureLines } from './signature.ts';
import type { Segment, SegmentKind } from './types.ts';

/**
 * Tells own words from quoted messages, signatures and notices, whole lines each, in the habits of Japanese and
 * Western mailers. In doubt a line is own: what is not own is never scored. A subject is own as a whole.
 *
 * @returns segments that cover the text; empty for an empty text.
 *
 * @example
 * segment('拝見しました。\n> 昨日の件').map(({ kind }) => kind) // → ['own', 'quoted']
 */
export function segment(text: string, partId = 'body'): Segment[] {
  if (text === '') return [];
  if (partId === 'subject') return [{ start: 0, end: text.length, kind: 'own' }];

  const lines = linesOf(text);
  const kinds = quotedLines(lines).map((quoted): SegmentKind => (quoted ? 'quoted' : 'own'));
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && kinds[to] === kinds[from]) to++;
    if (kinds[from] === 'own') {
      const notice = noticeLines(lines, from, to);
      for (const line of signatureLines(lines, from, to, notice)) kinds[line] = 'signature';
      for (const line of notice) kinds[line] = 'disclaimer';
    }
    from = to;
  }

  const segments: Segment[] = [];
  let kind: SegmentKind = kinds.find((_, i) => !isBlank(lines[i])) ?? 'own';
  let start = 0;
  lines.forEach((line, i) => {
    if (kinds[i] === kind || isBlank(line)) return; // blank lines stay with what stands above them
    if (line.start > start) segments.push({ start, end: line.start, kind });
    kind = kinds[i]!;
    start = line.start;
  });
  segments.push({ start, end: text.length, kind });
  return segments;
}
