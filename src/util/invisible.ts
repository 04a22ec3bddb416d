/** Zero-width characters, direction marks, soft hyphens, fillers, variation selectors and tags: inside a class of a `u` pattern. */
export const INVISIBLE =
  '\\u{ad}\\u{34f}\\u{61c}\\u{115f}\\u{1160}\\u{17b4}\\u{17b5}\\u{180b}-\\u{180f}\\u{200b}-\\u{200f}\\u{202a}-\\u{202e}' +
  '\\u{2060}-\\u{206f}\\u{3164}\\u{fe00}-\\u{fe0f}\\u{feff}\\u{ffa0}\\u{e0000}-\\u{e0fff}';
