import { isUtf8 } from 'node:buffer';

/** Transfer encodings that change bytes; everything else is passed as it is. */
export type TransferEncoding = 'base64' | 'quoted-printable' | '8bit';

/** The encoding that a text is really in: what does not begin as base64 is none, and what is base64 of a text from end to end is. */
export function trueEncoding(body: Buffer, declared: TransferEncoding): TransferEncoding {
  const start = body.toString('latin1', 0, 2_000);
  if (declared === 'base64') return /^\s*[\w+/=]+\s*(\n|$)/.test(start) ? declared : '8bit';
  if (!/^[\w+/]{16}/.test(start)) return declared;
  const written = body.toString('latin1').replace(/\s+/g, '');
  if (written.length < 24 || !/^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i.test(written)) return declared; // a word
  const bytes = Buffer.from(written, 'base64');
  return isUtf8(bytes) && !/(?!\s)\p{Cc}/u.test(bytes.toString()) ? 'base64' : declared;
}

/** The bytes that were sent, at most about `limit` of them. Broken encodings give what can be read. */
export function decodeTransfer(body: Buffer, encoding: TransferEncoding, limit: number): Buffer {
  switch (encoding) {
    case '8bit':
      return body.subarray(0, limit);
    case 'base64':
      return decodeBase64(body.subarray(0, limit * 2));
    case 'quoted-printable':
      return decodeQuotedPrintable(body.subarray(0, limit * 3)).subarray(0, limit);
  }
}

/** Some mailers pad every line; Buffer would stop at the first padding, so each padded stretch is read by itself. */
function decodeBase64(body: Buffer): Buffer {
  const stretches = body.toString('latin1').match(/[^=]+/g) ?? [];
  return Buffer.concat(stretches.map((stretch) => Buffer.from(stretch, 'base64')));
}

const [TAB, LF, CR, SPACE, EQUALS] = [0x09, 0x0a, 0x0d, 0x20, 0x3d];

/** RFC 2045, 6.7; line breaks come out as \n. An `=` that starts no valid escape stays. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  let solid = 0; // length without the blanks written last: at the end of a line, transport added those
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]!;
    if (byte === LF) {
      length = solid;
    } else if (byte === CR && body[i + 1] === LF) {
      continue;
    } else if (byte === EQUALS) {
      const softBreak = softBreakEnd(body, i + 1);
      const escaped = nibble(body[i + 1]) * 16 + nibble(body[i + 2]);
      if (softBreak !== null) i = softBreak;
      else if (Number.isNaN(escaped)) out[length++] = byte;
      else {
        out[length++] = escaped;
        i += 2;
      }
      solid = length;
      continue;
    }
    out[length++] = byte;
    if (byte !== SPACE && byte !== TAB) solid = length;
  }
  return out.subarray(0, length);
}

/** Value of a hexadecimal digit, in either case; NaN for anything else. */
function nibble(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

/** Index of the line feed of a soft line break whose `=` stands before `from`; null when it is none. */
function softBreakEnd(body: Buffer, from: number): number | null {
  let i = from;
  while (body[i] === SPACE || body[i] === TAB || body[i] === CR) i++;
  return body[i] === LF ? i : null;
}
