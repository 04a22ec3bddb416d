import { type Field, readHeader } from '../header.ts';
import { MULTIPART_DEPTH, PARTS } from '../limits.ts';
import type { MailWarning } from '../message.ts';
import { type Bounded, delimiterAt, lineBreakBefore, nextDelimiter } from './delimiter.ts';
import { type Leaf, type PartHeader, readPartHeader } from './leaf.ts';

/** A mail cut into its leaves, in their order, however deep they were nested. */
export interface Structure {
  readonly fields: readonly Field[]; // of the mail itself
  readonly leaves: readonly Leaf[];
  readonly warnings: readonly MailWarning[];
}

interface OpenMultipart extends Bounded {
  readonly header: PartHeader;
  readonly bodyStart: number;
  empty: boolean; // no delimiter seen yet
}

/**
 * Walks the MIME structure (RFC 2046) in one pass without recursion. A delimiter of any open multipart ends everything
 * inside it; of equal boundaries the innermost counts. Multiparts in which no delimiter is found are read as text.
 */
export function walk(bytes: Buffer): Structure {
  const open: OpenMultipart[] = [];
  const leaves: Leaf[] = [];
  const warnings = new Set<MailWarning>();
  let parts = 0;
  let position = 0;

  const readPart = (start: number): readonly Field[] => {
    const { fields, bodyStart, cut, guessed } = readHeader(
      bytes,
      start,
      (line) => delimiterAt(bytes, line, open) !== null,
    );
    if (cut) warnings.add('too-large');
    if (guessed) warnings.add('charset-guessed');
    const parent = open.at(-1);
    const header = readPartHeader(fields, parent ? (parent.header.digest ? 'digest' : 'multipart') : 'nothing');
    parts++;
    if (header.boundary !== null && open.length < MULTIPART_DEPTH) {
      open.push({ header, boundary: header.boundary, bodyStart, empty: true });
    } else {
      if (header.boundary !== null) warnings.add('too-deep');
      addLeaf(header.boundary === null ? header.leaf : { ...header.leaf, kind: 'file' }, bodyStart);
    }
    position = bodyStart;
    return fields;
  };
  const addLeaf = (leaf: PartHeader['leaf'], bodyStart: number): void => {
    const next = nextDelimiter(bytes, bodyStart, open);
    leaves.push({
      ...leaf,
      body: bytes.subarray(bodyStart, next ? lineBreakBefore(bytes, bodyStart, next.start) : undefined),
    });
  };
  /** Closes everything inside the multipart of `level`; what turned out to have no parts is text. */
  const closeAbove = (level: number, end: number): void => {
    for (const { header, bodyStart, empty } of open.splice(level + 1)) {
      if (empty) leaves.push({ ...header.leaf, body: bytes.subarray(bodyStart, end) });
    }
  };

  const fields = readPart(0);
  for (;;) {
    const delimiter = nextDelimiter(bytes, position, open);
    closeAbove(delimiter?.level ?? -1, delimiter?.start ?? bytes.length);
    if (delimiter === null) break;
    const multipart = open[delimiter.level]!;
    position = delimiter.end;
    if (delimiter.closing) {
      if (!multipart.empty) open.length = delimiter.level; // a closing delimiter before the first part closes nothing
    } else if (parts >= PARTS) {
      warnings.add('too-many-parts');
      break;
    } else {
      multipart.empty = false;
      readPart(delimiter.end);
    }
  }
  return { fields, leaves, warnings: [...warnings] };
}
