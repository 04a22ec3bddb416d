import { decodeText } from '../decode/charset.ts';

/** So much of a file is looked at to tell whether it is text. Bytes. */
const LOOKED_AT = 64 * 1024;
const ODD_SHARE = 0.02; // of the characters, in a text
const ODD = /(?!\s)[\p{Cc}\uFFFD]/gu; // no text has many of them

/** The text of a file whose bytes are text in some charset; null when they are not. */
export function plainText(bytes: Buffer, charset: string | null): string | null {
  const { text: start } = decodeText(bytes.subarray(0, LOOKED_AT), charset);
  if ((start.match(ODD)?.length ?? 0) > start.length * ODD_SHARE) return null;
  return decodeText(bytes, charset).text.replace(/^\uFEFF/, '');
}
