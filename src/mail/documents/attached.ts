import { decodeTransfer } from '../decode/transfer.ts';
import type { NamedLeaf } from '../files/files-of.ts';
import { DOCUMENT_BYTES } from '../limits.ts';
import { isDocument, STARTS_WITHIN } from './document-text.ts';

/** A PDF or office document that came with a mail, not opened yet. */
export interface AttachedDocument {
  readonly file: string; // its name
  readonly bytes: () => Buffer; // decoded when they are asked for
}

/** The documents among the files of a mail, by what their bytes are. */
export const documentsAmong = (files: readonly NamedLeaf[]): AttachedDocument[] =>
  files.flatMap(({ leaf: { body, encoding }, file }) =>
    isDocument(decodeTransfer(body.subarray(0, STARTS_WITHIN * 3), encoding, STARTS_WITHIN))
      ? [{ file, bytes: () => decodeTransfer(body, encoding, DOCUMENT_BYTES + 1) }]
      : [],
  );
