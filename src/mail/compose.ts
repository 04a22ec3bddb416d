import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';

/** A file that goes into a mail. */
export interface ComposedFile {
  readonly name: string; // as its sender calls it
  readonly type: string; // as its sender calls it
  readonly bytes: Uint8Array;
}

const LINE = 76; // characters of base64: RFC 2045, 6.8
const WORD_BYTES = 42; // of one encoded word: RFC 2047, 2 allows 75 characters of it

/** A text and files as one mail, in UTF-8. `head`: its header fields, one a line, in ASCII. */
export function composeMail(head: readonly string[], text: string, files: readonly ComposedFile[]): Uint8Array {
  const boundary = `part-${randomUUID()}`;
  const fields = [...head, 'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`];
  const parts = [
    partOf(['Content-Type: text/plain; charset=utf-8'], Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'utf8')),
    ...files.map(({ name, type, bytes }) =>
      partOf(
        [`Content-Type: ${plainType(type)}`, `Content-Disposition: attachment; ${parameter('filename', name)}`],
        bytes,
      ),
    ),
  ];
  const body = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), ...body, Buffer.from(`--${boundary}--\r\n`)]);
}

const partOf = (headers: readonly string[], bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`${[...headers, 'Content-Transfer-Encoding: base64'].join('\r\n')}\r\n\r\n`, 'latin1'),
    Buffer.from(
      Buffer.from(bytes)
        .toString('base64')
        .replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\r\n'),
      'latin1',
    ),
  ]);

/** What a reader takes apart is no file any more: such types, and what is no type, are plain bytes. */
const plainType = (type: string): string =>
  /^(?:image|audio|video|application)\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';

/** RFC 2231, 4: any name, whatever its script. */
const parameter = (name: string, value: string): string =>
  `${name}*=UTF-8''${encodeURIComponent(Buffer.from(value).toString()).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** Any text as encoded words (RFC 2047), folded. */
export function encodeWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text.replace(/[\p{Cc}\p{Surrogate}]/gu, ' ')) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}
