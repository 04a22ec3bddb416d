import type { Block, LetterLayout, PageField, PageShape, Paragraph, Run } from './blocks.ts';
import { type DocxParts, mainPartOf, openOwnDocx, partText, relationsOf, resolved } from './docx-file.ts';
import { listMarkers } from './layout-lists.ts';
import { isOn, type Look, points, stylesOf, withParagraph, withRun } from './layout-styles.ts';
import { childOf, childrenOf, descendantsOf, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** Reads what a Word file says and how that is laid out, for a preview and for a PDF. */
export async function layoutOf(docx: Uint8Array): Promise<LetterLayout> {
  const parts = await openOwnDocx(docx);
  const main = mainPartOf(parts)!;
  const body = childOf(childOf(parseXml(partText(parts, main)), 'w:document'), 'w:body') ?? NOTHING;
  const look = stylesOf(partOfType(parts, main, 'styles'));
  const reading: Reading = { look, marker: listMarkers(partOfType(parts, main, 'numbering')) };
  const sections = [...descendantsOf(body)].filter(({ name }) => name === 'w:sectPr');
  const beside = (type: 'header' | 'footer', which: 'default' | 'first') => {
    const named = sections.flatMap((section) =>
      childrenOf(section).filter(
        ({ name, attributes }) => name === `w:${type}Reference` && (attributes['w:type'] ?? 'default') === which,
      ),
    );
    const relation = relationsOf(parts, main).find(({ id }) => id === named.at(-1)?.attributes['r:id']);
    const blocks =
      relation === undefined ? [] : blocksIn(root(partText(parts, resolved(main, relation.target))), reading);
    return blocks.filter(
      (block) =>
        block.kind === 'table' || block.runs.some(({ text, page }) => page !== undefined || text.trim() !== ''),
    );
  };
  return {
    page: pageOf(childOf(body, 'w:sectPr')),
    header: beside('header', 'default'),
    body: blocksIn(body, reading),
    footer: beside('footer', 'default'),
    ...(sections.some((section) => childOf(section, 'w:titlePg') !== null)
      ? { first: { header: beside('header', 'first'), footer: beside('footer', 'first') } }
      : {}),
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
  ...(hasLines(table) ? {} : { lines: false }),
  widths: childrenOf(childOf(table, 'w:tblGrid') ?? NOTHING).map(({ attributes }) => points(attributes['w:w']) ?? 0),
  rows: childrenOf(table)
    .filter(({ name }) => name === 'w:tr')
    .map((row) =>
      childrenOf(row)
        .filter(({ name }) => name === 'w:tc')
        .map((cell) => blocksIn(cell, reading)),
    ),
});

/** Lines are said by the table, by one of its cells, or by a style other than the plain one. */
function hasLines(table: XmlElement): boolean {
  const style = propertyOf(childOf(table, 'w:tblPr'), 'w:tblStyle');
  if (style !== null && style !== 'TableNormal') return true;
  return [...descendantsOf(table)]
    .filter(({ name }) => name === 'w:tblBorders' || name === 'w:tcBorders')
    .some((borders) =>
      childrenOf(borders).some(({ attributes }) => !['nil', 'none', undefined].includes(attributes['w:val'])),
    );
}

const PAGE_FIELD = /\b(PAGE|NUMPAGES)\b/;
const pageFieldIn = (instruction: string): PageField | null =>
  (PAGE_FIELD.exec(instruction)?.[1] as PageField | undefined) ?? null;

/** A paragraph; those of text boxes that hang on it come after it. */
function paragraphsIn(element: XmlElement, { look, marker }: Reading): Block[] {
  const properties = childOf(element, 'w:pPr');
  const own = withParagraph(look(propertyOf(properties, 'w:pStyle')), properties);
  const below = [...descendantsOf(element)];
  const runs: Run[] = [];
  const boxes: XmlElement[] = [];
  let field: PageField | null = null; // what stood in it last is no word of the letter
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
    pageNumber: false,
    ...(isOn(properties, 'w:keepNext') ? { keepNext: true } : {}),
  };
  return [paragraph, ...boxes.flatMap((box) => blocksIn(box, { look, marker }))];

  function add({ bold, italic, underline, size }: Look, text: string, page?: PageField): void {
    runs.push({ text, bold, italic, underline, size, ...(page === undefined ? {} : { page }) });
  }
  function collect(within: XmlElement, above: Look): void {
    for (const child of childrenOf(within)) {
      if (child.name === 'w:pPr' || child.name === 'mc:Fallback') continue;
      const simple = child.name === 'w:fldSimple' ? pageFieldIn(child.attributes['w:instr'] ?? '') : null;
      if (child.name === 'w:txbxContent') boxes.push(child);
      else if (simple !== null) add(above, '', simple);
      else if (child.name === 'w:r') {
        const mine = withRun(above, childOf(child, 'w:rPr'));
        const text = runText(child);
        if (text !== '' && field === null) add(mine, text);
        collect(child, mine);
      } else if (child.name === 'w:instrText') field = pageFieldIn(child.children.join('')) ?? field;
      else if (child.name === 'w:fldChar' && child.attributes['w:fldCharType'] === 'end') {
        if (field !== null) add(above, '', field);
        field = null;
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
