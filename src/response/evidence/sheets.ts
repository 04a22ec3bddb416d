import type { Block, PageShape, Paragraph } from '../letters/blocks.ts';

/** What is set on sheets for reading: points, a margin of two centimetres. */
export const A4: PageShape = { width: 595.3, height: 841.9, margins: { left: 56, top: 56, right: 56, bottom: 56 } };

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: Paragraph['align'];
  readonly before?: number;
  readonly after?: number;
  readonly marker?: string | null;
}

/** One paragraph whose words look alike. */
export const words = (
  text: string,
  { size = 10, bold = false, align = 'left', before = 0, after = 2, marker = null }: Look = {},
): Paragraph => ({
  kind: 'paragraph',
  runs: [{ text, bold, italic: false, underline: false, size }],
  align,
  marker,
  indent: marker === null ? 0 : 18,
  before,
  after,
  newPage: false,
  pageNumber: false,
});

export const heading = (text: string): Paragraph => words(text, { size: 12, bold: true, before: 12, after: 4 });

/** Rows below their head, which stands on every page. `cut`: a row may go on on the next one, for its words may be long. */
export const table = (
  widths: readonly number[],
  [head = [], ...rows]: readonly (readonly string[])[],
  listed: true | 'cut' = true,
): Block => ({
  kind: 'table',
  widths,
  rows: [
    head.map((cell) => [words(cell, { size: 9, bold: true })]),
    ...rows.map((cells) => cells.map((cell) => [words(cell, { size: 9 })])),
  ],
  listed,
});

/** What is known, each beside its name. */
export const pairs = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  widths: [120, 363],
  rows: rows.map(([label = '', value = '']) => [[words(label, { size: 9, bold: true })], [words(value, { size: 9 })]]),
});
