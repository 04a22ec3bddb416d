import { clean } from '../clean.ts';
import { fileText } from '../files/file-text.ts';
import { officeText } from './office.ts';
import { pdfText } from './pdf.ts';

/** Where the bytes of a PDF may begin. */
const PDF_STARTS_WITHIN = 1024;

/**
 * What a document says, by what its bytes are; `most` UTF-16 units at most. May take long and much memory: for a thread that can be ended.
 *
 * @returns null when it says nothing that can be read
 */
export async function documentText(bytes: Buffer, most: number): Promise<string | null> {
  try {
    const text = clean(await read(bytes, most));
    return /[\p{L}\p{N}]/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

async function read(bytes: Buffer, most: number): Promise<string> {
  if (bytes.subarray(0, PDF_STARTS_WITHIN).includes('%PDF-')) return pdfText(bytes, most);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return officeText(bytes, most);
  return (await fileText({ type: '', filename: '', charset: null, bytes }))?.slice(0, most) ?? '';
}
