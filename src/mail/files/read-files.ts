import { ends, head } from '../clean.ts';
import { decodeTransfer } from '../decode/transfer.ts';
import { unsaid } from '../html/html-only.ts';
import { DATA_CHARACTERS, FILE_TEXT_BYTES, FILES_OF_TEXT } from '../limits.ts';
import type { MailWarning, TextPart } from '../message.ts';
import { fileText, isData } from './file-text.ts';
import type { NamedLeaf } from './files-of.ts';
import { plainText } from './plain.ts';

/** What an attachment says, and its name. */
export type AttachedText = Omit<TextPart, 'id'>;

/** So much tells whether a file is text at all. Bytes. */
const START = 16 * 1024;
/** What is no text whatever its bytes are. */
const NO_TEXT = /^(image\/(?!svg)|(audio|video|font)\/|application\/(pgp-|(x-)?pkcs7-))/;

interface Room {
  readonly budget: { characters: number };
  readonly warnings: Set<MailWarning>;
}

/** What the files of text of a mail say that the mail does not say itself: an invitation mostly repeats its mail. */
export async function readFiles(
  files: readonly NamedLeaf[],
  said: string,
  { budget, warnings }: Room,
): Promise<AttachedText[]> {
  const texts: AttachedText[] = [];
  for (const { leaf, file, isMail } of files) {
    const { type, encoding, charset, body } = leaf;
    if (isMail || NO_TEXT.test(type)) continue;
    if (plainText(decodeTransfer(body.subarray(0, START), encoding, START), charset) === null) continue;
    if (texts.length === FILES_OF_TEXT) {
      warnings.add('too-many-parts');
      break;
    }
    const data = isData({ type, filename: file });
    const bytes = decodeTransfer(body, encoding, FILE_TEXT_BYTES + 1);
    const whole = await fileText({ type, filename: file, charset, bytes: bytes.subarray(0, FILE_TEXT_BYTES) });
    if (whole === null) continue;
    const text = data ? ends(whole, DATA_CHARACTERS) : whole;
    const read = head(text, budget.characters);
    if ((bytes.length > FILE_TEXT_BYTES && !data) || read.length < text.length) warnings.add('text-cut');
    budget.characters -= read.length;
    texts.push({ file, text: unsaid(read, said) });
  }
  return texts.filter(({ text }) => text.trim() !== '');
}
