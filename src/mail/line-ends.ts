const [LF, CR] = [0x0a, 0x0d];

/** A mail whose lines end in a bare CR, as some systems of old write them, with line feeds. Any other as it is. */
export function withLineFeeds(bytes: Buffer): Buffer {
  const blank = bytes.indexOf('\r\r', 0, 'latin1'); // the end of such a header
  if (blank < 0) return bytes;
  const feed = bytes.indexOf(LF);
  if (feed >= 0 && feed < blank) return bytes;
  const written = Buffer.from(bytes);
  for (let at = written.indexOf(CR); at >= 0; at = written.indexOf(CR, at + 1))
    if (written[at + 1] !== LF) written[at] = LF;
  return written;
}
