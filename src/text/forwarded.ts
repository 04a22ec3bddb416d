import { isBlank, isRuler, type Line, linesOf } from './lines.ts';
import { headersEnd, nextText } from './quoted.ts';
import { headerField, isSeparator } from './reply-marks.ts';

/** A mail that somebody forwarded inside their own, as its text tells it. */
export interface ForwardedText {
  readonly own: string; // what whoever forwards it wrote above it
  readonly head: string; // the headers as their mail program repeated them
  readonly from: { readonly name: string; readonly address: string } | null; // null: the headers name no address
  readonly subject: string;
  readonly text: string; // below the headers
}

const MARK = /^[ \t]{0,3}[>＞] ?/;

/**
 * The topmost mail that is forwarded inside a text, by the marks of Japanese and Western mail programs: a separator with headers below it
 * (Outlook, Gmail, Thunderbird), headers behind marks (Apple Mail), or a full set of headers alone (Outlook, without a separator).
 *
 * @returns null where nothing is forwarded: a quotation in an answer is none.
 *
 * @example
 * forwardedIn('ご相談です。\n\n-------- 転送メッセージ --------\n差出人: a@example.com\n件名: 見積\n\n至急。')?.text // → '至急。'
 */
export function forwardedIn(text: string): ForwardedText | null {
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; at++) {
    const found = forwardedAt(lines, at);
    if (found !== null) return found;
  }
  return null;
}

function forwardedAt(lines: readonly Line[], at: number): ForwardedText | null {
  if (isBlank(lines[at])) return null;
  const separated = isSeparator(lines[at]!) || isRuler(lines[at]!);
  const start = separated ? nextText(lines, at + 1) : at;
  if (start >= lines.length) return null;
  const marked = MARK.test(lines[start]!.text);
  if (marked && !isSeparator(lines[at]!)) return null; // a quotation, not a forwarded mail
  const rest = marked ? unmarked(lines.slice(start)) : lines.slice(start);
  const { kinds, end } = headersEnd(rest, 0);
  // Alone, two headers may be anybody's own words.
  if (!kinds.has('from') || kinds.size < (isSeparator(lines[at]!) ? 2 : 3)) return null;
  const head = rest.slice(0, end);
  return {
    own: textOf(lines.slice(0, at)),
    head: textOf(head),
    from: addressIn(headerValue(head, 'from')),
    subject: headerValue(head, 'subject'),
    text: textOf(rest.slice(end)),
  };
}

/** One level of marks taken off, as far as they reach; what stands below them belongs to whoever forwards. */
function unmarked(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line) => !isBlank(line) && !MARK.test(line.text));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => ({ ...line, text: line.text.replace(MARK, '') }));
}

const textOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .trim();

/** What stands behind the name of a header, a bold name's stars left out, with the lines it goes on in. */
function headerValue(head: readonly Line[], field: 'from' | 'subject'): string {
  const at = head.findIndex((line) => headerField(line) === field);
  if (at < 0) return '';
  let end = at + 1;
  while (end < head.length && headerField(head[end]!) === null) end++;
  const [first = '', ...more] = head.slice(at, end).map(({ text }) => text.trim());
  return [first.replace(/^[^:：]*[:：]\s*\*?\s*/, ''), ...more].join(' ').trim();
}

/** `山田 <a@example.com>`, `山田 [mailto:a@example.com]`, or an address alone. */
function addressIn(value: string): ForwardedText['from'] {
  const [found, address] =
    /[<＜[(（]?\s*(?:mailto:)?([^\s<>＜＞[\]()（）@"]{1,64}@[A-Za-z0-9.-]{1,255})\s*[>＞\])）]?/.exec(value) ?? [];
  if (found === undefined || address === undefined) return null;
  const name = value.slice(0, value.indexOf(found)).replace(/["“”]/g, '').trim();
  return { name: name.slice(0, 200), address: address.toLowerCase() };
}
