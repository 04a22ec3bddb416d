/** Controls, direction overrides, separators, invisible tags and lone surrogates: all that makes text look different from what it is. */
const DECEPTIVE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const named = (character: string): string =>
  `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text of a stranger with everything deceptive written out as `[U+202E]`; line ends become `\n`. Escaping is the page's. */
export const inert = (text: string): string => text.replace(/\r\n?/g, '\n').replace(DECEPTIVE, named);

/** The same on one line and not longer than `limit` UTF-16 units. */
export function inertLine(text: string, limit = 300): string {
  const line = inert(text.slice(0, limit)).replace(/\s+/g, ' ').trim();
  return text.length > limit ? `${line}…` : line;
}
