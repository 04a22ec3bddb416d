import { inThread } from '../../util/in-thread.ts';
import { shipped } from '../../util/paths.ts';
import { DOCUMENT_BYTES, TEXT_CHARACTERS } from '../limits.ts';

const LIMITS = { deadlineMs: 10_000, heapMb: 128, growthMb: 400 };

/**
 * The text of a PDF or an office document, read in a thread that is ended when it takes too long or too much memory.
 * What a hostile file does to it ends with it.
 *
 * @returns null when it cannot be opened, or holds no text
 */
export async function openDocument(
  bytes: Uint8Array,
  {
    thread = shipped('dist/mail/documents/thread.js'),
    ...limits
  }: { readonly thread?: string } & Partial<typeof LIMITS> = {},
): Promise<string | null> {
  if (bytes.byteLength > DOCUMENT_BYTES) return null;
  return inThread<string>(thread, { bytes, most: TEXT_CHARACTERS }, { ...LIMITS, ...limits });
}
