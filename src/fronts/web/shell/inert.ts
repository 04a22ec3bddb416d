/** What shows nothing: controls, direction overrides, separators, blank letters, invisible tags and lone surrogates. */
const UNSEEN =
  /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u{ad}\u{115f}\u{1160}\u{180e}\u{200b}\u{2060}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]|[\u{34f}]|[\u{17b4}\u{17b5}]|[\u{180b}-\u{180d}]|\p{Cs}/u;

/** Joiners belong into emoji and into scripts whose letters join; elsewhere they only part a word. */
const JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u{200c}\u{200d}]/u;

/** A stretch of one such character: all that makes text look different from what it is. */
const DECEPTIVE = new RegExp(`(${UNSEEN.source}|${JOINER.source})\\1*`, 'gu');

function named(stretch: string, character: string): string {
  const times = stretch.length / character.length;
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return times === 1 ? `[U+${code}]` : `[U+${code}×${times}]`;
}

/** Text of a stranger with everything deceptive written out as `[U+202E]`; line ends become `\n`. Escaping is the page's. */
export const inert = (text: string): string => text.replace(/\r\n?/g, '\n').replace(DECEPTIVE, named);

/** The same on one line and not longer than `limit` UTF-16 units. */
export function inertLine(text: string, limit = 300): string {
  const line = inert(text.slice(0, limit)).replace(/\s+/g, ' ').trim();
  return text.length > limit ? `${line}…` : line;
}
