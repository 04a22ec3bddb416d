/** How much of a mail is judged when the whole could not be. Bytes. */
const EXCERPT = 512 * 1024;
const NEWLINE = 0x0a;

/**
 * Beginning and end of a mail's bytes, cut between lines, so that transfer encodings stay in step; all of it when it is
 * not longer than `most`.
 *
 * @example
 * excerpt(Buffer.from('a\nb\nc\nd\n'), 4).toString() // → 'a\nd\n'
 */
export function excerpt(mail: Uint8Array, most = EXCERPT): Buffer {
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  if (bytes.length <= most) return bytes;
  const half = Math.floor(most / 2);
  const head = bytes.lastIndexOf(NEWLINE, half - 1) + 1;
  const after = bytes.indexOf(NEWLINE, bytes.length - half - 1) + 1;
  return Buffer.concat([bytes.subarray(0, head || half), bytes.subarray(after || bytes.length - half)]);
}
