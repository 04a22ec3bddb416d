import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { keptAWhile } from '../../util/kept-a-while.ts';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-jp')), '../fonts');

/** Noto Sans JP, under the SIL Open Font License 1.1: a PDF may hold what it needs of it. */
export const FONT_FILES = { normal: join(FOLDER, 'NotoSansJP-Regular.otf'), bold: join(FOLDER, 'NotoSansJP-Bold.otf') };

/** Whether the font has a letter. Read when a PDF is made. */
const glyphs = keptAWhile(async (): Promise<(codePoint: number) => boolean> => {
  const font = create(await readFile(FONT_FILES.normal));
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
});

/** Letters of texts that the font does not have, each once. Their place in the PDF is taken by 〓. */
export async function unsetIn(texts: readonly string[]): Promise<string[]> {
  const has = await glyphs();
  return [...new Set(texts.flatMap((text) => [...text]))].filter(
    (letter) => !/\s|\ufe0e|\ufe0f|\u200d/.test(letter) && !has(letter.codePointAt(0)!),
  );
}
