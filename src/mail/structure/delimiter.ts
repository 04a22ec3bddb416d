/** A multipart whose parts are being read. */
export interface Bounded {
  readonly boundary: string;
}

/** A line that begins or ends a part (RFC 2046, 5.1.1). Offsets are in bytes. */
export interface Delimiter {
  readonly level: number; // index of the multipart it belongs to
  readonly closing: boolean;
  readonly start: number; // of its line
  readonly end: number; // after its line break
}

const [LF, CR, DASH] = [0x0a, 0x0d, 0x2d];
const DELIMITER_BYTES = 1_100; // longer lines delimit nothing: RFC 2046 has 70 for a boundary, blanks may follow

/** The first delimiter line at or after `from`, which is the start of a line; null when none is left. */
export function nextDelimiter(bytes: Buffer, from: number, open: readonly Bounded[]): Delimiter | null {
  if (open.length === 0) return null;
  for (let line = from; line < bytes.length; ) {
    const delimiter = delimiterAt(bytes, line, open);
    if (delimiter) return delimiter;
    const found = bytes.indexOf('\n--', line, 'latin1');
    if (found < 0) return null;
    line = found + 1;
  }
  return null;
}

/** The delimiter on the line at `start`, of the innermost multipart it fits; null when the line is none. */
export function delimiterAt(bytes: Buffer, start: number, open: readonly Bounded[]): Delimiter | null {
  if (open.length === 0 || bytes[start] !== DASH || bytes[start + 1] !== DASH) return null;
  const found = bytes.subarray(start, start + DELIMITER_BYTES).indexOf(LF);
  if (found < 0 && bytes.length - start > DELIMITER_BYTES) return null;
  const end = found < 0 ? bytes.length : start + found + 1;
  const text = bytes.toString('latin1', start + 2, end).trimEnd();
  const name = text.endsWith('--') ? text.slice(0, -2) : null; // made once: there may be millions of such lines
  for (let level = open.length - 1; level >= 0; level--) {
    const { boundary } = open[level]!;
    if (text === boundary) return { level, closing: false, start, end };
    if (name === boundary) return { level, closing: true, start, end };
  }
  return null;
}

/** Where the part before a delimiter ends: the line break in front of it belongs to the delimiter. */
export function lineBreakBefore(bytes: Buffer, from: number, start: number): number {
  let end = start;
  if (end > from && bytes[end - 1] === LF) end--;
  if (end > from && bytes[end - 1] === CR) end--;
  return end;
}
