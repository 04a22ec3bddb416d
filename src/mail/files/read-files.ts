import { head } from '../clean.ts';
import { decodeTransfer } from '../decode/transfer.ts';
import { unsaid } from '../html/html-only.ts';
import { FILE_TEXT_BYTES, FILES_OF_TEXT } from '../limits.ts';
import type { Attachment, MailWarning } from '../message.ts';
import type { Leaf } from '../structure/leaf.ts';
import { fileText, isForPeople } from './file-text.ts';
import { plainText } from './plain.ts';

/** So much tells whether a file is text at all. Bytes. */
const START = 16 * 1024;

interface Room {
  readonly budget: { characters: number };
  readonly warnings: Set<MailWarning>;
}

/**
 * What the files of a mail say that people read as they read the mail, and the mail does not say itself: an invitation mostly
 * repeats its mail. `attachments` are the leaves that are no text of the mail, in their order.
 */
export async function readFiles(
  leaves: readonly Leaf[],
  attachments: readonly Attachment[],
  said: string,
  { budget, warnings }: Room,
): Promise<string[]> {
  const texts: string[] = [];
  const files = leaves.filter(({ kind }) => kind === 'file' || kind === 'mail');
  for (const [at, { kind, type, encoding, charset, body }] of files.entries()) {
    const filename = attachments[at]?.filename ?? '';
    if (kind !== 'file' || !isForPeople({ type, filename })) continue;
    if (plainText(decodeTransfer(body.subarray(0, START), encoding, START), charset) === null) continue;
    if (texts.length === FILES_OF_TEXT) {
      warnings.add('too-many-parts');
      break;
    }
    const bytes = decodeTransfer(body, encoding, FILE_TEXT_BYTES + 1);
    const text = await fileText({ type, filename, charset, bytes: bytes.subarray(0, FILE_TEXT_BYTES) });
    if (text === null) continue;
    const read = head(text, budget.characters);
    if (bytes.length > FILE_TEXT_BYTES || read.length < text.length) warnings.add('text-cut');
    budget.characters -= read.length;
    texts.push(unsaid(read, said));
  }
  return texts.filter((text) => text.trim() !== '');
}
