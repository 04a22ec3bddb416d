import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from 'fontkit';
import pdfmake from 'pdfmake';
import { keptAWhile } from '../../util/kept-a-while.ts';
import { shipped } from '../../util/paths.ts';

const required = createRequire(import.meta.url);
const JAPANESE = join(dirname(required.resolve('@embedpdf/fonts-jp')), '../fonts');

/**
 * Noto Sans JP, and what it lacks of Chinese cut out of Noto Sans Hans (`scripts/letters/chinese-font.py`), both under the SIL Open Font License
 * 1.1: a PDF may hold what it needs of them.
 */
const FONTS = {
  'Noto Sans JP': { normal: join(JAPANESE, 'NotoSansJP-Regular.otf'), bold: join(JAPANESE, 'NotoSansJP-Bold.otf') },
  'Komainu SC': {
    normal: shipped('src/response/letters/fonts/KomainuSC-Regular.otf'),
    bold: shipped('src/response/letters/fonts/KomainuSC-Bold.otf'),
  },
} as const;
export type FontName = keyof typeof FONTS;

/** What letters are set in. */
export const USUAL_FONT: FontName = 'Noto Sans JP';

/** The very one that pdfmake requires: what an import gives is another, of whose formats pdfmake knows nothing. */
const fontkit: typeof import('fontkit') = required('fontkit');

/** Each font, read and parsed when something is to be set in it: for each PDF anew, that would be most of its making. */
const PARSED = new Map(
  Object.values(FONTS)
    .flatMap((font): string[] => Object.values(font))
    .map((path) => [path, keptAWhile(() => fontkit.create(readFileSync(path)))]),
);

const hasLetter = (font: FontName, letter: string): boolean =>
  PARSED.get(FONTS[font].normal)!().hasGlyphForCodePoint(letter.codePointAt(0)!);

/** The letters of texts that the Japanese font lacks, as in words quoted from a Chinese mail, each with the font that has it; null: none does, and 〓 stands in its place. */
export function strayLetters(texts: readonly string[]): ReadonlyMap<string, FontName | null> {
  const letters = [...new Set(texts.flatMap((text) => [...text]))].filter(
    (letter) => !/\s|\ufe0e|\ufe0f|\u200d/.test(letter) && !hasLetter(USUAL_FONT, letter),
  );
  return new Map(letters.map((letter) => [letter, hasLetter('Komainu SC', letter) ? 'Komainu SC' : null]));
}

// pdfmake has each file that it is told of parsed for each PDF. What it is told of here are signs, of a format whose parser gives the font
// that is parsed already.
const SIGNS = new Map<Uint8Array, () => Font>();
for (const [path, parsed] of PARSED) {
  const sign = Buffer.from(path);
  SIGNS.set(sign, parsed);
  pdfmake.virtualfs.writeFileSync(path, sign);
}
function parse({ buffer }: { readonly buffer: Uint8Array }) {
  return SIGNS.get(buffer)!();
}
fontkit.registerFormat(Object.assign(parse, { probe: (file: Uint8Array) => SIGNS.has(file) }));
pdfmake.setFonts(
  Object.fromEntries(
    Object.entries(FONTS).map(([name, { normal, bold }]) => [
      name,
      { normal, bold, italics: normal, bolditalics: bold }, // they have no italics
    ]),
  ),
);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
