/** A stretch of words that look alike. */
export interface Run {
  readonly text: string; // with \n where a line ends
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number; // points
  readonly page?: PageField; // a number stands in its place
}

/** What the number of a page is in a Word file: its own, or how many there are. */
export type PageField = 'PAGE' | 'NUMPAGES';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly align: Alignment;
  readonly marker: string | null; // of a list: ・ or 1.
  readonly indent: number; // points, as are the next two
  readonly before: number;
  readonly after: number;
  readonly newPage: boolean;
  readonly pageNumber: boolean; // it says which page of how many it is, and nothing else
  readonly keepNext?: true; // no page ends behind it
  readonly chapter?: true; // it stands in the table of contents
  readonly contents?: true; // that table stands in its place
}

export interface Table {
  readonly kind: 'table';
  readonly widths: readonly number[]; // points of its columns, as far as they are said
  readonly rows: readonly (readonly (readonly Block[])[])[]; // cells of rows
  readonly lines?: false; // it has none around its cells: it only sets words beside each other
  readonly listed?: true | 'cut'; // its first row stands on every page; no row is cut unless it says so
}

export type Block = Paragraph | Table;

/** Points of a page. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** What a Word file says, as far as a preview and a PDF set it anew. */
export interface LetterLayout {
  readonly page: PageShape;
  readonly header: readonly Block[];
  readonly body: readonly Block[];
  readonly footer: readonly Block[];
  readonly first?: { readonly header: readonly Block[]; readonly footer: readonly Block[] }; // of the first page, where it has its own
  readonly pictures: boolean; // it has some, which are not set anew
}

/** The words of blocks, in their order. */
export const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [(block.marker === null ? '' : `${block.marker} `) + block.runs.map(({ text }) => text).join('')]
      : block.rows.flatMap((cells) => cells.flatMap(wordsOf)),
  );

/** The same blocks with other words. Where those of a paragraph change, they look alike: a word may reach over its runs. */
export const mapWords = (blocks: readonly Block[], change: (text: string) => string): Block[] =>
  blocks.map((block) => {
    if (block.kind === 'table')
      return { ...block, rows: block.rows.map((cells) => cells.map((cell) => mapWords(cell, change))) };
    const text = block.runs.map((run) => run.text).join('');
    const changed = change(text);
    return changed === text ? block : { ...block, runs: [{ ...block.runs[0]!, text: changed }] };
  });

/** The words of a whole letter, what stands above and below its text too. */
export const allWords = ({
  header,
  body,
  footer,
  first = { header: [], footer: [] },
}: Pick<LetterLayout, 'header' | 'body' | 'footer' | 'first'>): string[] =>
  wordsOf([...first.header, ...first.footer, ...header, ...body, ...footer]);
