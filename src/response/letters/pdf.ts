import pdfmake, { type Content, type Definition, type TextRun } from 'pdfmake';
import { allWords, type Block, type LetterLayout, type PageField, type Paragraph } from './blocks.ts';
import { MISSING_LETTER } from './fill.ts';
import { type FontName, strayLetters, USUAL_FONT } from './glyphs.ts';
import type { LetterLanguage } from './kinds.ts';

const LINE = 16; // points that a line of a header or footer is given

export interface PdfOrder {
  readonly title: string;
  readonly company: string;
  readonly language: LetterLanguage;
  readonly at: Date; // said within the file; equal orders give equal bytes
}

/** Sets a letter as a PDF, with what it needs of the fonts in it. */
export async function pdfOf(layout: LetterLayout, order: PdfOrder): Promise<Buffer> {
  const { width, height, margins } = layout.page;
  const room = width - margins.left - margins.right;
  const own = USUAL_FONT;
  const lettering = { own, stray: strayLetters(allWords(layout)) };
  const set = (blocks: readonly Block[], pages: Pages | null = null): Content[] =>
    together(blocks).map((group) => {
      const stack = group.map((block) => setBlock(block, { lettering, pages, room }));
      return stack.length === 1 ? stack[0]! : { stack, unbreakable: true };
    });
  const first = layout.first ?? layout;
  const above = Math.max(heightOf(layout.header), heightOf(first.header));
  const below = Math.max(heightOf(layout.footer), heightOf(first.footer));
  const beside = (type: 'header' | 'footer', page: number, count: number) =>
    set((page === 1 ? first : layout)[type], { PAGE: page, NUMPAGES: count });
  const definition: Definition = {
    pageSize: { width, height },
    pageMargins: [
      margins.left,
      above === 0 ? margins.top : Math.max(margins.top, EDGE + above + LINE),
      margins.right,
      below === 0 ? margins.bottom : Math.max(margins.bottom, EDGE + below + LINE),
    ],
    defaultStyle: { font: own, fontSize: 10.5, lineHeight: 1.4, preserveLeadingSpaces: true },
    language: order.language,
    info: {
      title: order.title,
      author: order.company,
      creator: 'Komainu',
      producer: 'Komainu',
      creationDate: order.at,
      modDate: order.at,
    },
    header: (page, count) => ({ stack: beside('header', page, count), margin: [margins.left, EDGE, margins.right, 0] }),
    footer: (page, count) => ({
      stack: beside('footer', page, count),
      margin: [margins.left, LINE, margins.right, 0],
    }),
    content: set(layout.body),
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === 1 && startPosition.verticalRatio > LOWEST,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** Blocks by those that stand on one page. */
function together(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const [place, block] of blocks.entries()) {
    const before = blocks[place - 1];
    if (before?.kind === 'paragraph' && before.keepNext) groups.at(-1)!.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Share of the height of a page below which no chapter begins: its heading would stand there alone. */
const LOWEST = 0.85;

const EDGE = 28; // points between the edge of the paper and a header or footer

type Pages = Readonly<Record<PageField, number>>;

/** Points that blocks above or below the text are given. */
const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + Math.max(LINE, ...block.runs.map(({ size }) => size * 1.5));
    const rows = block.rows.map((cells) => Math.max(0, ...cells.map(heightOf)));
    return sum + rows.reduce((all, row) => all + row, CELL);
  }, 0);

interface Setting {
  readonly lettering: Lettering;
  readonly pages: Pages | null; // null: in the text, where none is known
  readonly room: number; // points between the margins
}

interface Lettering {
  readonly own: FontName;
  readonly stray: ReadonlyMap<string, FontName | null>;
}

type Look = Pick<TextRun, 'bold' | 'fontSize' | 'decoration'>;

/** Words as they are set, cut where another font has to set them. */
function lettered(text: string, { own, stray }: Lettering, look: Look): TextRun[] {
  const pieces: { font: FontName; text: string }[] = [];
  for (const letter of text.replaceAll('\t', '    ').replace(/\ufe0e|\ufe0f|\u200d/g, '')) {
    const other = stray.get(letter);
    const font = other ?? own;
    const set = other === null ? MISSING_LETTER : letter;
    if (pieces.at(-1)?.font === font) pieces.at(-1)!.text += set;
    else pieces.push({ font, text: set });
  }
  return pieces.map((piece) => ({ ...look, ...piece }));
}

const CELL = 9; // points that a cell has beside its words: its padding and a line

function setBlock(block: Block, setting: Setting): Content {
  if (block.kind === 'paragraph') return setParagraph(block, setting);
  const columns = Math.max(1, ...block.rows.map((cells) => cells.length));
  const said = block.widths.reduce((sum, width) => sum + width, 0);
  const known = said > 0 && block.widths.length === columns;
  const scale = known ? Math.min(1, setting.room / said) : 1;
  return {
    table: {
      ...(block.listed ? { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: block.listed !== 'cut' } : {}),
      widths: Array.from({ length: columns }, (_, place) => {
        if (place === columns - 1) return '*';
        return known ? Math.max(block.widths[place]! * scale - CELL, 10) : 'auto';
      }),
      body: block.rows.map((cells) =>
        Array.from({ length: columns }, (_, place) => ({
          stack: (cells[place] ?? []).map((one) => setBlock(one, setting)),
        })),
      ),
    },
    ...(block.lines === false ? { layout: 'noBorders' } : {}),
    margin: [0, 4, 0, 4],
  };
}

function setParagraph(
  { runs, align, marker, indent, before, after, newPage, pageNumber: isNumber, chapter, contents }: Paragraph,
  { lettering, pages }: Setting,
): Content {
  const words = runs.flatMap(({ text, bold, underline, size, page }) =>
    lettered(page === undefined || pages === null ? text : String(pages[page]), lettering, {
      bold,
      fontSize: size,
      ...(underline ? { decoration: 'underline' as const } : {}),
    }),
  );
  const number = isNumber && pages !== null ? `${pages.PAGE} / ${pages.NUMPAGES}` : null;
  const text = number ?? (words.some(({ text: own }) => own !== '') ? words : ' '); // an empty line keeps its height
  const place = {
    margin: [indent, before, 0, after] as [number, number, number, number],
    ...(newPage ? { pageBreak: 'before' as const } : {}),
  };
  if (contents) return { toc: { numberStyle: { fontSize: 10 }, textStyle: { fontSize: 10 } } };
  if (marker === null && chapter) return { text, tocItem: true, headlineLevel: 1, ...place };
  if (marker === null) return { text, alignment: align === 'justify' ? 'left' : align, ...place };
  return {
    columns: [
      { width: 18, text: lettered(marker, lettering, {}) },
      { width: '*', text },
    ],
    ...place,
    margin: [Math.max(indent - 18, 0), before, 0, after],
  };
}
