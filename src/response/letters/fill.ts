import { LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x';
import { DECEPTIVE } from '../../util/deceptive.ts';
import { zipOf } from '../evidence/zip.ts';
import { allWords } from './blocks.ts';
import { type DocxParts, openOwnDocx } from './docx-file.ts';
import { LETTER_FIELDS, type LetterField } from './kinds.ts';
import { layoutOf } from './layout.ts';
import { fieldOfPlaceholder, PLACEHOLDERS, QUOTE_PLACEHOLDERS } from './placeholders.ts';

/** What stands in the places of a template; an empty field is a place that vanishes. */
export interface LetterContent {
  readonly title: string; // of the file, for whoever opens its properties
  readonly fields: Readonly<Record<Exclude<LetterField, 'quotes'>, string>>;
  readonly quotes: readonly { readonly when: string; readonly words: string }[];
}

/** Words and repetitions are put in, and nothing else: no picture, no link, no XML. */
export const handler = (): TemplateHandler => new TemplateHandler({ plugins: [new LoopPlugin(), new TextPlugin()] });

/** The parts as one file, as the readers of the library want it. */
export const packed = (parts: DocxParts): Promise<Buffer> =>
  zipOf([...parts].map(([path, bytes]) => ({ path, bytes })));

/**
 * A letter: the template with its places filled. Equal templates and contents give equal bytes.
 *
 * @throws Error for a template that `checkTemplate` would not have taken.
 */
export async function fillTemplate(template: Uint8Array, content: LetterContent): Promise<Buffer> {
  return fill(await openOwnDocx(template), content);
}

async function fill(parts: DocxParts, content: LetterContent): Promise<Buffer> {
  const kept = inText(parts, (xml) =>
    xml.replace(LINE, (line, place) => (isLeftOut(line, content) ? dropped(xml, line, place) : line)),
  );
  const filled = await openOwnDocx(await handler().process(await packed(kept), dataOf(content)));
  const named = inText(filled, (xml) => xml.replace(EMPTY_TABLE, (table, place) => dropped(xml, table, place)));
  if (named.has(PROPERTIES)) named.set(PROPERTIES, Buffer.from(properties(content)));
  return packed(named); // the library packs with the time of day
}

/** The parts with what stands in the text, the headers and the footers changed. */
const inText = (parts: DocxParts, change: (xml: string) => string): Map<string, Uint8Array> =>
  new Map(
    [...parts].map(([path, bytes]) => [
      path,
      /^word\/(?:document|header|footer)\d*\.xml$/.test(path)
        ? Buffer.from(change(Buffer.from(bytes).toString('utf8')))
        : bytes,
    ]),
  );

/** A paragraph that holds no other. */
const LINE = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]|<\/w:p>)[\s\S])*<\/w:p>/g;

/** Whether a whole line stands there only with a field that is empty: it would stay as a gap. */
function isLeftOut(line: string, { fields, quotes }: LetterContent): boolean {
  if (/<w:(?:sectPr|drawing|pict|object)[\s>]/.test(line)) return false;
  const text = [...line.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('');
  const name = /^\s*\{#([^{}]+)\}[\s\S]*\{\/\1\}\s*$/.exec(text)?.[1];
  const field = name === undefined ? null : fieldOfPlaceholder(name);
  return field !== null && (field === 'quotes' ? quotes.length === 0 : fields[field] === '');
}

/** Without a piece; where no paragraph or table follows it an empty paragraph stands in its place, for a cell or a page without any is damaged to Word. */
const dropped = (xml: string, piece: string, place: number): string =>
  ['<w:p', '<w:tbl>'].some((next) => xml.startsWith(next, place + piece.length)) ? '' : '<w:p/>';

/** A table whose rows are repeated, for no quote at all: Word calls a file with one damaged. */
const EMPTY_TABLE = /<w:tbl>(?:(?!<w:tr[\s>]|<\/w:tbl>)[\s\S])*<\/w:tbl>/g;

/** Whether a template can be filled at all: some mistakes show only then. */
export const tryFill = async (parts: DocxParts): Promise<boolean> => {
  const fields = Object.fromEntries(LETTER_FIELDS.map((field) => [field, 'x\nx'])) as LetterContent['fields'];
  try {
    const filled = await fill(parts, { title: '', fields, quotes: [{ when: 'x', words: 'x' }] });
    return !allWords(await layoutOf(filled)).some((words) => /[{}]/.test(words)); // a brace alone stands for nothing
  } catch {
    return false;
  }
};

function dataOf({ fields, quotes }: LetterContent): Record<string, string | Record<string, string>[]> {
  const rows = quotes.map(({ when, words }) => ({
    ...underBoth(QUOTE_PLACEHOLDERS.when, plain(when)),
    ...underBoth(QUOTE_PLACEHOLDERS.words, plain(words)),
  }));
  return Object.assign(
    underBoth(PLACEHOLDERS.quotes, rows),
    ...LETTER_FIELDS.flatMap((field) =>
      field === 'quotes' ? [] : [underBoth(PLACEHOLDERS[field], plain(fields[field]))],
    ),
  );
}

const underBoth = <T>({ ja, en }: { readonly ja: string; readonly en: string }, value: T): Record<string, T> => ({
  [ja]: value,
  [en]: value,
});

/** Text as XML and paper can hold it: what shows nothing, or turns text round, stands as the mark printers set for a missing letter. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(DECEPTIVE, MISSING_LETTER);

/** 〓, set in Japanese print where a letter is missing. */
export const MISSING_LETTER = '〓';

/** Who wrote and last saved the template stands here: people of ours, of whom the other side need not know. */
const PROPERTIES = 'docProps/core.xml';

const properties = ({ title, fields: { company } }: LetterContent): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ' +
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(company)}</dc:creator></cp:coreProperties>`;

const escaped = (text: string): string =>
  plain(text).replace(/[<>&]/g, (one) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[one]!);
