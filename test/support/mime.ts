import Encoding from 'encoding-japanese';
import iconv from 'iconv-lite';

/** Builds mails byte by byte, right or wrong on purpose. Nothing is checked, folded or encoded unless asked for. */

export type Transfer = '7bit' | '8bit' | 'base64' | 'quoted-printable';

/** Text in a charset; ISO-2022-JP with half-width kana by ESC ( I, as CP50221 writes them. */
export function encode(text: string, charset: string): Buffer {
  if (/^iso-2022-jp|^cp5022/i.test(charset)) {
    return Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE' }));
  }
  return iconv.encode(text, charset);
}

/** Encoded words (RFC 2047), one for each of the texts. */
export const words = (charset: string, ...texts: string[]): string =>
  texts.map((text) => `=?${charset}?B?${encode(text, charset).toString('base64')}?=`).join('\r\n ');

/** A header value may be bytes, so that raw Shift_JIS and the like can be written; null leaves a field out. */
export type Headers = Readonly<Record<string, string | Buffer | null>>;

export interface Part {
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface TextOptions {
  readonly charset?: string; // the bytes are in it
  readonly declared?: string | null; // by the header; as `charset` unless given, null: nothing is declared
  readonly type?: string;
  readonly transfer?: Transfer;
  readonly headers?: Headers;
}

export function text(
  content: string | Buffer,
  { charset = 'utf-8', declared = charset, type = 'text/plain', transfer = '8bit', headers = {} }: TextOptions = {},
): Part {
  const bytes = typeof content === 'string' ? encode(content, charset) : content;
  return {
    headers: {
      'Content-Type': declared === null ? type : `${type}; charset=${declared}`,
      'Content-Transfer-Encoding': transfer,
      ...headers,
    },
    body: transferred(bytes, transfer),
  };
}

export const html = (content: string | Buffer, options: TextOptions = {}): Part =>
  text(content, { type: 'text/html', ...options });

export function file(filename: string | Buffer, content: Buffer, type = 'application/octet-stream'): Part {
  const name = Buffer.concat([Buffer.from('attachment; filename="'), Buffer.from(filename), Buffer.from('"')]);
  return {
    headers: { 'Content-Type': type, 'Content-Disposition': name, 'Content-Transfer-Encoding': 'base64' },
    body: transferred(content, 'base64'),
  };
}

/** An attached mail (message/rfc822). */
export const attachedMail = (raw: Buffer, transfer: Transfer = '7bit'): Part => ({
  headers: { 'Content-Type': 'message/rfc822', 'Content-Transfer-Encoding': transfer },
  body: transferred(raw, transfer),
});

let boundaries = 0;

export function multipart(subtype: string, parts: readonly Part[]): Part {
  const boundary = `=_boundary_${++boundaries}`;
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), block(part), Buffer.from('\r\n')]);
  return {
    headers: { 'Content-Type': `multipart/${subtype}; boundary="${boundary}"` },
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

const ENVELOPE: Headers = {
  'Message-ID': '<1@mail.example.jp>',
  Date: 'Fri, 01 Aug 2025 09:12:00 +0900',
  From: 'sato@client.example.jp',
  To: 'support@example.co.jp',
  Subject: 'test',
  'MIME-Version': '1.0',
};

/** A whole mail around a part; `headers` come over the usual ones. */
export const mail = (part: Part, headers: Headers = {}): Buffer =>
  block({ headers: { ...ENVELOPE, ...part.headers, ...headers }, body: part.body });

function block({ headers, body }: Part): Buffer {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [Buffer.from(`${name}: `), Buffer.from(value), Buffer.from('\r\n')],
  );
  return Buffer.concat([...fields, Buffer.from('\r\n'), body]);
}

function transferred(bytes: Buffer, transfer: Transfer): Buffer {
  switch (transfer) {
    case '7bit':
    case '8bit':
      return bytes;
    case 'base64':
      return Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n'));
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(bytes));
  }
}

function quotedPrintable(bytes: Buffer): string {
  const escaped = [...bytes].map((byte) =>
    byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = 0;
  return escaped
    .map((piece) => {
      line = piece === '\n' ? 0 : line + piece.length;
      if (line <= 72) return piece;
      line = piece.length;
      return `=\r\n${piece}`;
    })
    .join('');
}
