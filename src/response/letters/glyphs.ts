import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-jp')), '../fonts');

/** Noto Sans JP, under the SIL Open Font License 1.1: a PDF may hold what it needs of it. */
export const FONT_FILES = { normal: join(FOLDER, 'NotoSansJP-Regular.otf'), bold: join(FOLDER, 'NotoSansJP-Bold.otf') };

let known: Promise<(codePoint: number) => boolean> | null = null;

/** Whether the font has a letter. Read once in a process, when the first PDF is made. */
const glyphs = (): Promise<(codePoint: number) => boolean> => {
  known ??= readFile(FONT_FILES.normal).then((bytes) => {
    const font = create(bytes);
    return (codePoint) => font.hasGlyphForCodePoint(codePoint);
  });
  return known;
};

/** Letters of texts that the font does not have, each once. Their place in the PDF is taken by 〓. */
export async function unsetIn(texts: readonly string[]): Promise<string[]> {
  const has = await glyphs();
  return [...new Set(texts.flatMap((text) => [...text]))].filter(
    (letter) => !/\s|\ufe0e|\ufe0f|\u200d/.test(letter) && !has(letter.codePointAt(0)!),
  );
}
