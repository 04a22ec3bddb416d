import { clean } from '../clean.ts';
import { officeText } from './office.ts';
import { pdfText } from './pdf.ts';

/** Where the bytes of a PDF may begin. */
export const STARTS_WITHIN = 1024;

const isPdf = (start: Buffer): boolean => start.subarray(0, STARTS_WITHIN).includes('%PDF-');
const isZip = (start: Buffer): boolean => start.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/** Whether a file that starts so may be a PDF or an office document; these are zips, as archives are. */
export const isDocument = (start: Buffer): boolean => isPdf(start) || isZip(start);

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
  if (isPdf(bytes)) return pdfText(bytes, most);
  return isZip(bytes) ? officeText(bytes, most) : '';
}
