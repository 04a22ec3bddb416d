import { readStructure } from './files/signed.ts';
import { MAIL_BYTES } from './limits.ts';
import { withLineFeeds } from './line-ends.ts';
import { readFile } from './structure/read-leaves.ts';
import { rewrite } from './structure/rewrite.ts';

/**
 * The decoded bytes of the attachment that stands at `index` in the list of `parseMail`; null when there is none.
 *
 * @example
 * await attachmentBytes(Buffer.from('Subject: 添付なし\n\n本文'), 0) // → null
 */
export async function attachmentBytes(mail: Uint8Array, index: number): Promise<Uint8Array | null> {
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength).subarray(0, MAIL_BYTES);
  return readFile(rewrite((await readStructure(withLineFeeds(bytes))).leaves).chunks, index);
}
