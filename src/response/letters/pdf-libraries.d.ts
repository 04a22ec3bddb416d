// What we use of pdfmake 0.3 and fontkit 2. @types/pdfmake would bring the types of a browser to everything, fontkit has none.

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
  interface Format {
    (stream: { readonly buffer: Uint8Array }): Font; // called with `new`
    probe(bytes: Uint8Array): boolean;
  }
  export function registerFormat(format: Format): void;
}

declare module 'pdfmake' {
  /** Points: left, top, right, bottom. */
  export type Margin = [number, number, number, number];

  interface Placed {
    readonly margin?: Margin;
    readonly pageBreak?: 'before';
    readonly width?: number | '*';
  }
  export interface TextRun {
    readonly text: string;
    readonly font: string;
    readonly bold?: boolean;
    readonly fontSize?: number;
    readonly decoration?: 'underline';
  }
  export type Content = Placed &
    (
      | { readonly text: string | readonly TextRun[]; readonly alignment?: 'left' | 'center' | 'right' }
      | { readonly text: string | readonly TextRun[]; readonly tocItem: true; readonly headlineLevel: 1 }
      | { readonly toc: Readonly<Record<'numberStyle' | 'textStyle', { readonly fontSize: number }>> }
      | { readonly stack: readonly Content[]; readonly unbreakable?: boolean }
      | { readonly columns: readonly Content[] }
      | {
          readonly layout?: 'noBorders';
          readonly table: {
            readonly headerRows?: number;
            readonly keepWithHeaderRows?: number; // rows that stay with the head
            readonly dontBreakRows?: boolean;
            readonly widths: readonly ('auto' | '*' | number)[];
            readonly body: readonly (readonly Content[])[];
          };
        }
    );
  export interface Definition {
    readonly pageSize: { readonly width: number; readonly height: number };
    readonly pageMargins: Margin;
    readonly defaultStyle: Readonly<Record<string, string | number | boolean>>;
    readonly language: string;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly header: (page: number, pages: number) => Content;
    readonly footer: (page: number, pages: number) => Content;
    readonly content: readonly Content[];
    readonly pageBreakBefore: (node: {
      readonly headlineLevel?: 1;
      readonly startPosition: { readonly verticalRatio: number };
    }) => boolean;
  }
  const pdfmake: {
    readonly virtualfs: { writeFileSync(path: string, bytes: Uint8Array): void };
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
