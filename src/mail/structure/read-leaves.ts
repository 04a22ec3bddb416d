import { Readable } from 'node:stream';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import { PART_END } from '../clean.ts';

/** The texts of a mail and its files in the order of the mail; the files' bytes went by and are gone. */
export interface ReadLeaves {
  readonly text: string;
  readonly html: readonly string[]; // one per HTML part
  readonly files: readonly ReadFile[];
}

export interface ReadFile {
  readonly filename: string; // decoded, as sent
  readonly size: number;
  readonly sha256: string;
}

const OPTIONS = {
  skipHtmlToText: true, // recursive: fails on deep nesting, and slow
  skipTextToHtml: true, // nobody reads textAsHtml
  skipTextLinks: true, // only changes textAsHtml, and costs most
  skipImageLinks: true,
  ignoreEmbedded: true, // attached mails are opened by us, with limits
  keepDeliveryStatus: true, // a machine's report, no text
  checksumAlgo: 'sha256',
} as const;

/** Streams a rewritten mail through mailparser; the memory it takes does not grow with the files. */
export async function readLeaves(chunks: readonly Buffer[]): Promise<ReadLeaves> {
  return collect(parse(chunks));
}

/** The bytes of the file at `index`, as they were hashed; null when there is none. */
export async function readFile(chunks: readonly Buffer[], index: number): Promise<Buffer | null> {
  let at = 0;
  for await (const item of parse(chunks)) {
    if (item.type !== 'attachment') continue;
    const wanted = at++ === index;
    const bytes: Buffer[] = [];
    for await (const chunk of item.content) if (wanted) bytes.push(chunk as Buffer);
    item.release?.();
    if (wanted) return Buffer.concat(bytes);
  }
  return null;
}

// `pipe`, since our source cannot fail, the parser's failures reach who reads, and `pipeline` costs as much as a mail.
const parse = (chunks: readonly Buffer[]): AsyncIterable<AttachmentStream | MessageText> =>
  Readable.from(slices(chunks), { objectMode: false }).pipe(new MailParser(OPTIONS));

async function collect(items: AsyncIterable<AttachmentStream | MessageText>): Promise<ReadLeaves> {
  const files: ReadFile[] = [];
  let [text, html] = ['', ''];
  for await (const item of items) {
    switch (item.type) {
      case 'attachment':
        files.push(await drain(item));
        break;
      case 'text':
        text = item.text ?? '';
        html = item.html ?? '';
    }
  }
  return { text: text.trimEnd(), html: html.split(PART_END).slice(0, -1), files };
}

const SLICE_BYTES = 64 * 1024;

/** The same bytes in even portions: every write costs the parser a turn of the event loop. */
function* slices(chunks: readonly Buffer[]): Generator<Buffer> {
  let small: Buffer[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    if (bytes + chunk.length <= SLICE_BYTES) {
      small.push(chunk);
      bytes += chunk.length;
      continue;
    }
    if (bytes > 0) yield Buffer.concat(small);
    [small, bytes] = [[], 0];
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) yield chunk.subarray(at, at + SLICE_BYTES);
  }
  if (bytes > 0) yield Buffer.concat(small);
}

async function drain(attachment: AttachmentStream): Promise<ReadFile> {
  for await (const _ of attachment.content); // hashed and counted on its way
  attachment.release?.();
  return {
    filename: attachment.filename ?? '',
    size: attachment.size ?? 0,
    sha256: attachment.checksum ?? '',
  };
}
