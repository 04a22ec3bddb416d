import { isBlank, isRuler, type Line } from './lines.ts';
import {
  announcesMarked,
  announcesUnmarked,
  headerField,
  isSeparator,
  type QuoteMark,
  quoteMark,
} from './reply-marks.ts';
import { isContact } from './signature-lines.ts';

/** For each line, whether it belongs to a message written earlier. Whole lines; the words between stay own. */
export function quotedLines(lines: readonly Line[]): boolean[] {
  const marks = confirmedMarks(lines);
  const quoted = marks.map((mark) => mark !== null);
  const top = nextText(lines, 0);
  let line = 0;
  while (line < lines.length) {
    const head = headAt(lines, marks, line, line === top);
    if (head === null) {
      line++;
      continue;
    }
    const below = nextText(lines, head.end);
    const end = marks[below] != null ? head.end : head.open ? endOfOpenQuote(lines, head.end) : head.end;
    quoted.fill(true, line, end);
    line = Math.max(end, line + 1);
  }
  return joinOverBlanks(lines, quoted);
}

/** Bars and initials are quotation marks only where at least two neighbouring lines have them. */
function confirmedMarks(lines: readonly Line[]): (QuoteMark | null)[] {
  const marks = lines.map(quoteMark);
  return marks.map((mark, i) =>
    mark === 'angle' || (mark !== null && (marks[i - 1] === mark || marks[i + 1] === mark)) ? mark : null,
  );
}

/** Lines [start, end) announce a quoted message; `open`: it may follow without marks and runs on. */
interface Head {
  readonly end: number;
  readonly open: boolean;
}

function headAt(lines: readonly Line[], marks: readonly (QuoteMark | null)[], at: number, atTop: boolean): Head | null {
  if (isBlank(lines[at]) || marks[at] !== null) return null;
  return separatorAt(lines, marks, at) ?? headersAt(lines, at, atTop) ?? announcementAt(lines, marks, at);
}

/** A separator counts only with headers or marked lines under it: alone it would hide whatever follows. */
function separatorAt(lines: readonly Line[], marks: readonly (QuoteMark | null)[], at: number): Head | null {
  const named = isSeparator(lines[at]!);
  if (!named && !isRuler(lines[at]!)) return null;
  const below = nextText(lines, at + 1);
  if (below >= lines.length) return null;
  const headers = headersEnd(lines, below);
  if (named && (headers.kinds.size > 0 || marks[below] !== null))
    return { end: Math.max(headers.end, at + 1), open: headers.kinds.size > 0 };
  return headers.kinds.has('from') && headers.kinds.size >= 2 ? { end: headers.end, open: true } : null;
}

/**
 * A bare block of headers. At the top of a mail it may be a web form's, whose words are the sender's own; there only
 * the full set of a forwarding mailer counts.
 */
function headersAt(lines: readonly Line[], at: number, atTop: boolean): Head | null {
  if (headerField(lines[at]!) === null) return null;
  const { kinds, end } = headersEnd(lines, at);
  if (!kinds.has('from') || kinds.size < (atTop ? 3 : 2)) return null;
  return atTop && !kinds.has('to') ? null : { end, open: true };
}

/** Which headers the lines from `from` on repeat, and where they end. */
export function headersEnd(lines: readonly Line[], from: number): { kinds: Set<string>; end: number } {
  const kinds = new Set<string>();
  let end = from;
  for (let i = from; i < Math.min(lines.length, from + 12); i++) {
    const field = headerField(lines[i]!);
    if (field !== null) kinds.add(field);
    else if (!/^[ \t]+\S|^[^\s]{0,3}[<;,]/.test(lines[i]!.text) || i === from) break; // not a folded header either
    end = i + 1;
  }
  return { kinds, end };
}

/** "On … wrote:" and its kin, wrapped over up to three lines. */
function announcementAt(lines: readonly Line[], marks: readonly (QuoteMark | null)[], at: number): Head | null {
  let text = '';
  for (let end = at + 1; end <= Math.min(at + 3, lines.length); end++) {
    const line = lines[end - 1]!;
    if (isBlank(line) || marks[end - 1] !== null || line.text.length > 300) return null;
    text = `${text} ${line.text.trim()}`.trim();
    const below = nextText(lines, end);
    if (marks[below] != null && below - end <= 1 && announcesMarked(text)) return { end, open: false };
    if (announcesUnmarked(text) && below < lines.length) return { end, open: true };
  }
  return null;
}

/**
 * Where a quotation without marks ends: at the end of the text, or behind a single closing ruler with sentences under
 * it that are no signature. In doubt words are own: missing harassment is worse than reading a quoted newsletter.
 */
function endOfOpenQuote(lines: readonly Line[], from: number): number {
  const rulers = lines.map((line, i) => (i > from && isRuler(line) ? i : -1)).filter((i) => i >= 0);
  if (rulers.length !== 1) return lines.length;
  const closing = rulers[0]!;
  const rest = lines.slice(closing + 1).filter((line) => !isBlank(line));
  const ownWords = rest.some(({ text }) => /[。！？!?]\s*$|\p{L}{20}/u.test(text));
  return ownWords && !isContact(rest[0]!.text) && headerField(rest[0]!) === null ? closing + 1 : lines.length;
}

/** The next line that is not blank; behind the last one when there is none. */
export function nextText(lines: readonly Line[], from: number): number {
  let next = from;
  while (next < lines.length && isBlank(lines[next])) next++;
  return next;
}

/** Blank lines between quoted lines belong to the quotation. */
function joinOverBlanks(lines: readonly Line[], quoted: readonly boolean[]): boolean[] {
  const joined = [...quoted];
  let above = -1; // the last line with text
  quoted.forEach((isQuoted, i) => {
    if (isBlank(lines[i]) && !isQuoted) return;
    if (isQuoted && above >= 0 && quoted[above]) joined.fill(true, above, i);
    above = i;
  });
  return joined;
}
