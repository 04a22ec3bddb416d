import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { INCIDENT_HEADER } from '../../cases/index.ts';

/** A file that somebody gives to what they hand in: a photo, a recording, a saved mail. */
export interface IncidentFile {
  readonly name: string; // as their machine calls it
  readonly type: string; // as their browser calls it
  readonly bytes: Uint8Array;
}

const LINE = 76; // characters of base64: RFC 2045, 6.8

/** Words in quotation marks, of either script. */
const SAID = /[「『“"]([^「」『』“”"\n]{2,300})[」』”"]/g;

/**
 * The words of an incident as they are judged. Whoever tells quotes, and a judgement counts nothing that is only reported: what stands in
 * quotation marks is said once more below, as it was said to them.
 *
 * @example
 * toBeJudged('「殺すぞ」と言われました。') // → '「殺すぞ」と言われました。\n\n言われた言葉：\n殺すぞ'
 */
export function toBeJudged(words: string): string {
  const said = [...new Set([...words.matchAll(SAID)].map(([, text]) => text!.trim()))];
  if (said.length === 0) return words;
  const heading = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words)
    ? '言われた言葉：'
    : 'What was said:';
  return `${words}\n\n${heading}\n${said.join('\n')}`;
}

/**
 * The words of an incident and its files as one mail, so that both are judged, kept, shown, downloaded and deleted as those of mails are.
 * It says itself what it is.
 */
export function mailOfIncident(words: string, files: readonly IncidentFile[]): Uint8Array {
  const boundary = `incident-${randomUUID()}`;
  const head = [
    `${INCIDENT_HEADER}: yes`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const parts = [
    partOf(
      ['Content-Type: text/plain; charset=utf-8'],
      Buffer.from(toBeJudged(words).replace(/\r\n?|\n/g, '\r\n'), 'utf8'),
    ),
    ...files.map(({ name, type, bytes }) =>
      partOf(
        [`Content-Type: ${plainType(type)}`, `Content-Disposition: attachment; ${parameter('filename', name)}`],
        bytes,
      ),
    ),
  ];
  const body = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...body, Buffer.from(`--${boundary}--\r\n`)]);
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
