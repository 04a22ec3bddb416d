import { TextDecoder } from 'node:util';
import { type Handler, Parser } from 'htmlparser2';
import { fromBufferPromise } from 'yauzl';
import { lineCollector } from './line-collector.ts';

/** The parts of a document that hold words, of Word, Excel, PowerPoint and OpenDocument. */
const PARTS =
  /^(word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)|xl\/(sharedStrings|comments\d*|worksheets\/sheet\d+|drawings\/drawing\d+)|ppt\/(slides\/slide|notesSlides\/notesSlide)\d+|content)\.xml$/;
const MOST_ENTRIES = 10_000;
const ENDS_LINE = new Set(['p', 'h', 'si', 'is', 'tr', 'row']);
const SIGNS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', 'line-break': '\n', tab: '\t', s: ' ' };

/**
 * The words of an office document, which is a zip of XML, as far as there is room. It is read as a stream: what a zip bomb
 * unpacks to is never in memory, and its deadline ends it.
 *
 * @returns '' for a zip that is no such document. @throws Error for what is no zip, or encrypted.
 */
export async function officeText(bytes: Buffer, most: number): Promise<string> {
  const zip = await fromBufferPromise(bytes);
  if (zip.entryCount > MOST_ENTRIES) throw new Error('too many entries');
  const lines = lineCollector(most);
  for await (const entry of zip.eachEntry()) {
    if (!PARTS.test(entry.fileName)) continue;
    const parser = new Parser(listenTo(lines, entry.fileName === 'content.xml'), { xmlMode: true });
    let decoder: TextDecoder | null = null;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = chunk as Buffer;
      decoder ??= new TextDecoder(encodingOf(piece));
      parser.write(decoder.decode(piece, { stream: true }));
      if (lines.isFull()) return lines.text();
    }
    parser.end();
    lines.end();
  }
  return lines.text();
}

const encodingOf = ([first, second]: Buffer): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** Of an OpenDocument all text is shown; of the others what stands in `t`, unless its run is hidden. */
function listenTo(lines: ReturnType<typeof lineCollector>, isOpenDocument: boolean): Partial<Handler> {
  let shown = isOpenDocument;
  let hidden = false;
  return {
    onopentag(name, attributes) {
      const local = localName(name);
      if (local === 'r') hidden = false;
      if (local === 'vanish') hidden = !/^(0|false|off)$/.test(attributes['w:val'] ?? '');
      if (local === 't') shown = true;
      if (Object.hasOwn(SIGNS, local)) lines.add(SIGNS[local]!);
    },
    ontext(text) {
      if (shown && !hidden) lines.add(text);
    },
    onclosetag(name) {
      const local = localName(name);
      if (local === 't') shown = isOpenDocument;
      if (ENDS_LINE.has(local)) lines.end();
    },
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
