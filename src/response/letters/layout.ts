import type { Block, LetterLayout, PageShape, Paragraph, Run } from './blocks.ts';
import { type DocxParts, mainPartOf, openOwnDocx, partText, relationsOf, resolved } from './docx-file.ts';
import { listMarkers } from './layout-lists.ts';
import { type Look, points, stylesOf, withParagraph, withRun } from './layout-styles.ts';
import { childOf, childrenOf, descendantsOf, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** Reads what a Word file says and how that is laid out, for a preview and for a PDF. */
export async function layoutOf(docx: Uint8Array): Promise<LetterLayout> {
  const parts = await openOwnDocx(docx);
  const main = mainPartOf(parts)!;
  const body = childOf(childOf(parseXml(partText(parts, main)), 'w:document'), 'w:body') ?? NOTHING;
  const look = stylesOf(partOfType(parts, main, 'styles'));
  const reading: Reading = { look, marker: listMarkers(partOfType(parts, main, 'numbering')) };
  const beside = (type: 'header' | 'footer') =>
    relationsOf(parts, main)
      .filter((relation) => relation.type === type)
      .flatMap(({ target }) => blocksIn(root(partText(parts, resolved(main, target))), reading))
      .filter((block) => block.kind === 'table' || block.runs.some(({ text }) => text.trim() !== ''));
  return {
    page: pageOf(childOf(body, 'w:sectPr')),
    header: beside('header'),
    body: blocksIn(body, reading),
    footer: beside('footer'),
    pictures: [...parts.keys()].some((path) => /\/media\//.test(path)),
  };
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

interface Reading {
  readonly look: (style: string | null) => Look;
  readonly marker: ReturnType<typeof listMarkers>;
}

const root = (text: string): XmlElement => childrenOf(parseXml(text)).find(({ name }) => name !== '?xml') ?? NOTHING;

function partOfType(parts: DocxParts, main: string, type: string): string {
  const relation = relationsOf(parts, main).find((one) => one.type === type);
  return relation === undefined ? '' : partText(parts, resolved(main, relation.target));
}

/** A4 with an inch around it, where a file says nothing. */
function pageOf(section: XmlElement | null): PageShape {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {};
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {};
  const within = (value: string | undefined, usual: number, least: number, most: number) =>
    Math.min(Math.max(points(value) ?? usual, least), most);
  return {
    width: within(size['w:w'], 595.3, 300, 1200),
    height: within(size['w:h'], 841.9, 300, 1700),
    margins: {
      left: within(margins['w:left'], 72, 20, 130),
      top: within(margins['w:top'], 72, 20, 200),
      right: within(margins['w:right'], 72, 20, 130),
      bottom: within(margins['w:bottom'], 72, 20, 200),
    },
  };
}

/** Paragraphs and tables in or below an element; what Word wraps around them is passed through. */
function blocksIn(element: XmlElement, reading: Reading): Block[] {
  return childrenOf(element).flatMap((child): Block[] => {
    if (child.name === 'w:p') return paragraphsIn(child, reading);
    if (child.name === 'w:tbl') return childOf(child, 'w:tr') === null ? [] : [tableOf(child, reading)];
    if (child.name === 'mc:Fallback' || child.name === 'w:sectPr') return []; // what is there once already
    return blocksIn(child, reading);
  });
}

const tableOf = (table: XmlElement, reading: Reading): Block => ({
  kind: 'table',
  widths: childrenOf(childOf(table, 'w:tblGrid') ?? NOTHING).map(({ attributes }) => points(attributes['w:w']) ?? 0),
  rows: childrenOf(table)
    .filter(({ name }) => name === 'w:tr')
    .map((row) =>
      childrenOf(row)
        .filter(({ name }) => name === 'w:tc')
        .map((cell) => blocksIn(cell, reading)),
    ),
});

/** A paragraph; those of text boxes that hang on it come after it. */
function paragraphsIn(element: XmlElement, { look, marker }: Reading): Block[] {
  const properties = childOf(element, 'w:pPr');
  const own = withParagraph(look(propertyOf(properties, 'w:pStyle')), properties);
  const below = [...descendantsOf(element)];
  const runs: Run[] = [];
  const boxes: XmlElement[] = [];
  collect(element, own);
  const { align, indent, before, after } = own;
  const paragraph: Paragraph = {
    kind: 'paragraph',
    runs,
    align,
    marker: marker(properties),
    indent,
    before,
    after,
    newPage:
      childOf(properties, 'w:pageBreakBefore') !== null ||
      below.some(({ name, attributes }) => name === 'w:br' && attributes['w:type'] === 'page'),
    pageNumber: below.some(
      ({ name, attributes, children }) =>
        /\bPAGE\b/.test(attributes['w:instr'] ?? '') || (name === 'w:instrText' && /\bPAGE\b/.test(children.join(''))),
    ),
  };
  return [paragraph, ...boxes.flatMap((box) => blocksIn(box, { look, marker }))];

  function collect(within: XmlElement, above: Look): void {
    for (const child of childrenOf(within)) {
      if (child.name === 'w:pPr' || child.name === 'mc:Fallback') continue;
      if (child.name === 'w:txbxContent') boxes.push(child);
      else if (child.name === 'w:r') {
        const mine = withRun(above, childOf(child, 'w:rPr'));
        const text = runText(child);
        const { bold, italic, underline, size } = mine;
        if (text !== '') runs.push({ text, bold, italic, underline, size });
        collect(child, mine);
      } else collect(child, above);
    }
  }
}

/** The words right in a run. */
const runText = (run: XmlElement): string =>
  childrenOf(run)
    .map(({ name, attributes, children }) => {
      switch (name) {
        case 'w:t':
          return children.filter((one) => typeof one === 'string').join('');
        case 'w:tab':
          return '\t';
        case 'w:br':
          return attributes['w:type'] === 'page' ? '' : '\n';
        case 'w:cr':
          return '\n';
        case 'w:noBreakHyphen':
          return '-';
        default:
          return '';
      }
    })
    .join('');
