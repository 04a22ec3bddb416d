/** What shows nothing: controls, direction overrides, separators, blank letters, invisible tags and lone surrogates. */
const UNSEEN =
  /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u{ad}\u{115f}\u{1160}\u{180e}\u{200b}\u{2060}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]|[\u{34f}]|[\u{17b4}\u{17b5}]|[\u{180b}-\u{180d}]|\p{Cs}/u;

/** Joiners belong into emoji and into scripts whose letters join; elsewhere they only part a word. */
const JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}])[\u{200c}\u{200d}]/u;

/** A stretch of one such character: all that makes text look different from what it is, or moves a cursor. */
export const DECEPTIVE = new RegExp(`(${UNSEEN.source}|${JOINER.source})\\1*`, 'gu');
