import type { Token } from '../text/index.ts';

/** kuromoji takes brackets and pictures for nouns. */
export const isSign = ({ surface }: Token): boolean =>
  !isUsual(surface.charCodeAt(0)) && !/[\p{L}\p{N}]/u.test(surface);

/** Hiragana, katakana and kanji, which most words begin with. */
const isUsual = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa) || (unit >= 0x4e00 && unit <= 0x9fa5);
