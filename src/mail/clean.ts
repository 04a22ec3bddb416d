/**
 * Stands between the HTML parts that mailparser hands over as one string. A noncharacter of Unicode, which `clean`
 * takes out of every decoded text, so that no mail can contain it.
 */
export const PART_END = '\uFDD0';

/** Decoded text that can be stored and compared: lines end in \n; NUL and lone surrogates have become U+FFFD. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replace(/\uFDD0|\p{Surrogate}/gu, '\uFFFD');
}

/** A header value fit for one line: breaks and tabs become spaces, other control characters U+FFFD. */
export function cleanLine(text: string): string {
  return clean(text)
    .replace(/[\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim();
}

/** All of it, or its first and last `limit` UTF-16 units together at most, on lines of their own: what is behind counts as much. */
export function ends(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  const tail = text.slice(text.length - half + 1);
  return `${head(text, half)}\n${/^[\uDC00-\uDFFF]/.test(tail) ? tail.slice(1) : tail}`;
}

/** The first `limit` UTF-16 units at most; never half a character. */
export function head(text: string, limit: number): string {
  const split = text.length > limit && /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '');
  return text.slice(0, split ? limit - 1 : limit);
}
