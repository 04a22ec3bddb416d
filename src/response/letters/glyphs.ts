import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { keptAWhile } from '../../util/kept-a-while.ts';
import { shipped } from '../../util/paths.ts';
import type { LetterLanguage } from './kinds.ts';

const JAPANESE = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-jp')), '../fonts');

/**
 * Noto Sans JP, and what it lacks of Chinese cut out of Noto Sans Hans (`scripts/letters/chinese-font.py`), both under the SIL Open Font License
 * 1.1: a PDF may hold what it needs of them.
 */
export const FONTS = {
  'Noto Sans JP': { normal: join(JAPANESE, 'NotoSansJP-Regular.otf'), bold: join(JAPANESE, 'NotoSansJP-Bold.otf') },
  'Komainu SC': {
    normal: shipped('src/response/letters/fonts/KomainuSC-Regular.otf'),
    bold: shipped('src/response/letters/fonts/KomainuSC-Bold.otf'),
  },
} as const;
export type FontName = keyof typeof FONTS;

/** The font that sets a text in a language; letters that it lacks are sought in the other one. */
export const fontFor = (language: LetterLanguage): FontName => (language === 'zh' ? 'Komainu SC' : 'Noto Sans JP');

const OTHER: Readonly<Record<FontName, FontName>> = { 'Noto Sans JP': 'Komainu SC', 'Komainu SC': 'Noto Sans JP' };

/** Whether a font has a letter. Read when a PDF is made, and only when something is to be set in it. */
const glyphsOf = (font: FontName) =>
  keptAWhile(async (): Promise<(letter: string) => boolean> => {
    const read = create(await readFile(FONTS[font].normal));
    return (letter) => read.hasGlyphForCodePoint(letter.codePointAt(0)!);
  });
const GLYPHS = { 'Noto Sans JP': glyphsOf('Noto Sans JP'), 'Komainu SC': glyphsOf('Komainu SC') };

/** The letters of texts that the font of their language lacks, each with the font that has it; null: none does, and 〓 stands in its place. */
export async function strayLetters(
  texts: readonly string[],
  language: LetterLanguage,
): Promise<ReadonlyMap<string, FontName | null>> {
  const [own, other] = [fontFor(language), OTHER[fontFor(language)]];
  const isOwn = await GLYPHS[own]();
  const letters = [...new Set(texts.flatMap((text) => [...text]))].filter(
    (letter) => !/\s|\ufe0e|\ufe0f|\u200d/.test(letter) && !isOwn(letter),
  );
  if (letters.length === 0) return new Map();
  const isOther = await GLYPHS[other]();
  return new Map(letters.map((letter) => [letter, isOther(letter) ? other : null]));
}
