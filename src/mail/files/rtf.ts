import { decodeText } from '../decode/charset.ts';

const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)/g;

/** Groups in which nothing is meant for the reader. Those marked by `\*` are none either, but for the texts of shapes. */
const SILENT = new Set(
  'stylesheet colortbl info pict objdata fldinst sp themedata datastore generator listtable listoverridetable filetbl'.split(
    ' ',
  ),
);
const SHAPES = new Set(['shpinst', 'shptxt', 'nesttableprops']);
const BREAKS = new Set(['par', 'line', 'row', 'sect', 'page', 'nestrow']);
const SIGNS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', cell: '\t', nestcell: '\t', emdash: '—', endash: '–', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
};
/** Charsets of fonts, as Windows counts them. */
const CHARSETS: Readonly<Record<number, string>> = {
  ...{ 128: 'cp932', 129: 'cp949', 134: 'cp936', 136: 'cp950', 161: 'cp1253', 162: 'cp1254', 177: 'cp1255' },
  ...{ 178: 'cp1256', 186: 'cp1257', 204: 'cp1251', 222: 'cp874', 238: 'cp1250' },
};

interface Group {
  readonly silent: boolean;
  readonly fonts: boolean; // the table of fonts
  readonly starred: boolean; // begins with \*
  readonly hidden: boolean;
  readonly skip: number; // characters behind \u for programs without Unicode
  readonly charset: string | null; // of the font
}

/**
 * What a Rich Text file shows. No kept library reads all of it: that for mails of Outlook opens only what was made from HTML. Bytes go through
 * the charset of their font, then of the file; where neither is right, they are sniffed as those of a mail. Never throws.
 *
 * @returns null when the bytes are no RTF
 */
export function rtfText(bytes: Buffer): string | null {
  const rtf = bytes.toString('latin1');
  if (!/^\s*\{\\rtf/.test(rtf)) return null;
  const charsets = new Map<number, string | null>(); // of fonts
  const groups: Group[] = [];
  let group: Group = { silent: false, fonts: false, starred: false, hidden: false, skip: 1, charset: null };
  let fileCharset: string | null = null;
  let font = 0; // that is being described
  let skipping = 0;
  let pending: number[] = []; // bytes of one charset
  let text = '';

  const flush = (): void => {
    if (pending.length > 0) text += decodeText(Buffer.from(pending), group.charset ?? fileCharset).text;
    pending = [];
  };
  const isShown = (): boolean => !group.silent && !group.fonts && !group.hidden;
  const put = (said: string): void => {
    flush();
    if (isShown()) text += said;
  };
  const putBytes = (said: string): void => {
    const skipped = Math.min(skipping, said.length);
    skipping -= skipped;
    if (isShown()) for (let i = skipped; i < said.length; i++) pending.push(said.charCodeAt(i));
  };
  const change = (changed: Partial<Group>): void => {
    flush();
    group = { ...group, ...changed };
  };
  const control = (word: string, value: number | null): void => {
    if (word === 'ansicpg') fileCharset = value === null ? null : `cp${value}`;
    else if (word === 'fonttbl') change({ fonts: true });
    else if (word === 'f' && group.fonts) font = value ?? 0;
    else if (word === 'f') change({ charset: charsets.get(value ?? 0) ?? null });
    else if (word === 'fcharset') charsets.set(font, CHARSETS[value ?? 0] ?? null);
    else if (word === 'uc') change({ skip: value ?? 1 });
    else if (word === 'v') change({ hidden: value !== 0 });
    else if (word === 'u') {
      put(String.fromCharCode((value ?? 0) & 0xffff));
      skipping = group.skip;
    } else if (word === 'bin') TOKEN.lastIndex += Math.max(value ?? 0, 0);
    else if (BREAKS.has(word)) put('\n');
    else if (Object.hasOwn(SIGNS, word)) put(SIGNS[word]!);
    else if (SILENT.has(word) || (group.starred && !SHAPES.has(word))) change({ silent: true });
    if (group.starred) change({ starred: false });
  };

  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(rtf); found !== null; found = TOKEN.exec(rtf)) {
    const [, word, value, hex, sign, brace, plain] = found;
    if (brace === '{') {
      flush();
      groups.push(group);
      group = { ...group, starred: false };
    } else if (brace === '}') {
      flush();
      group = groups.pop() ?? group;
    } else if (word !== undefined) control(word, value === undefined ? null : Number(value));
    else if (hex !== undefined) putBytes(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (plain !== undefined) putBytes(plain);
    else if (sign === '*') change({ starred: true });
    else if (sign === '\n' || sign === '\r') put('\n');
    else if (sign === '~') put('\u00A0');
    else if (sign === '_') put('-');
    else if (sign === '\\' || sign === '{' || sign === '}') putBytes(sign);
  }
  flush();
  return text.replaceAll('\0', '');
}
