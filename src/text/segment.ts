import { isBlank, linesOf } from './lines.ts';
import { noticeLines } from './notice.ts';
import { quotedLines } from './quoted.ts';
import { signatureLines } from './signature.ts';
import { isFormula } from './signature-lines.ts';
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

/** Whether somebody says something of their own in a part, beyond greetings. */
const hasOwnWords = (text: string, segments: readonly Segment[]): boolean =>
  segments.some(
    ({ kind, start, end }) => kind === 'own' && linesOf(text.slice(start, end)).some((line) => !isFormula(line.text)),
  );

/**
 * The segments of the parts of a mail. Where nobody says anything of their own, what is quoted is what the mail says: its own.
 * The parts of a mail are one in this, without subject and what is hidden; each attached mail stands for itself.
 */
export function segmentsOf<Id extends string>(
  parts: readonly { readonly id: Id; readonly text: string }[],
): Map<Id, readonly Segment[]> {
  const segments = new Map<Id, readonly Segment[]>(parts.map(({ id, text }) => [id, segment(text, id)]));
  const texts = parts.filter(({ id }) => id !== 'subject' && id !== 'hidden');
  const attached = texts.filter(({ id }) => id.startsWith('att-'));
  for (const group of [texts.filter((one) => !attached.includes(one)), ...attached.map((one) => [one])]) {
    const quotes = group.some(({ id }) => segments.get(id)!.some(({ kind }) => kind === 'quoted'));
    if (!quotes || group.some((part) => saysSomething(part, segments.get(part.id)!))) continue;
    for (const { id } of group) segments.set(id, segments.get(id)!.map(asOwn));
  }
  return segments;
}

/** The first line of an attached mail is its subject. */
const saysSomething = ({ id, text }: { id: string; text: string }, segments: readonly Segment[]): boolean => {
  const from = id.startsWith('att-') ? text.indexOf('\n') + 1 : 0;
  return hasOwnWords(
    text,
    segments.map((one) => ({ ...one, start: Math.max(one.start, from) })).filter(({ start, end }) => start < end),
  );
};

const asOwn = (segment: Segment): Segment => (segment.kind === 'quoted' ? { ...segment, kind: 'own' } : segment);
