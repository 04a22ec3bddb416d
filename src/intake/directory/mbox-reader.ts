import { type FileHandle, lstat } from 'node:fs/promises';
import { openPlain, stampOf } from './files.ts';
import { type FoundMail, type Look, sha256 } from './folder-reader.ts';
import { createMboxSplitter, type MboxMail } from './mbox.ts';
import { createSettling } from './settling.ts';

const CHUNK_BYTES = 1024 * 1024;
const TAIL_BYTES = 4096;

/** Up to where the file is known. The last mail is read again at every change: what was appended may belong to it. */
interface Known {
  readonly offset: number; // of the last mail's From_ line
  readonly tail: Buffer; // bytes before `offset`: unchanged as long as mails are only appended
  readonly occurrences: ReadonlyMap<string, number>; // by sha256, of the mails before `offset`
}

const NOTHING: Known = { offset: 0, tail: Buffer.alloc(0), occurrences: new Map() };

/** Reads an mbox file, and after that what is appended to it. A file that was rewritten is read from its start. */
export function mboxReader(file: string): Look {
  const settling = createSettling();
  let known = NOTHING;
  let done: string | null = null; // stamp of the file all of which is taken
  return async (_changed, take) => {
    const stats = await lstat(file);
    const seen = { key: file, stamp: stampOf(stats), modifiedAt: stats.mtime };
    if (seen.stamp === done) return { settling: false, unreadable: false };
    const isQuiet = settling.mayRead(seen);
    const handle = await openPlain(file);
    try {
      if (!(await readAt(handle, known.offset - known.tail.length, known.tail.length)).equals(known.tail))
        known = NOTHING;
      const occurrences = new Map(known.occurrences);
      const found = ({ raw, date }: MboxMail): FoundMail & { readonly hash: string; readonly occurrence: number } => {
        const hash = sha256(raw);
        const occurrence = (occurrences.get(hash) ?? 0) + 1;
        return { key: `${hash}#${occurrence}`, raw, receivedAt: date ?? stats.mtime, hash, occurrence };
      };
      let last: MboxMail | null = null;
      for await (const mail of mailsFrom(handle, known.offset)) {
        if (last !== null) {
          const { hash, occurrence, ...whole } = found(last);
          await take(whole);
          occurrences.set(hash, occurrence);
        }
        last = mail;
      }
      if (last === null) return { settling: false, unreadable: false };
      const tailBytes = Math.min(TAIL_BYTES, last.start);
      known = { offset: last.start, tail: await readAt(handle, last.start - tailBytes, tailBytes), occurrences };
      if (!isQuiet || !settling.mayTake(seen, last.raw)) return { settling: true, unreadable: false };
      await take(found(last));
      done = seen.stamp;
      return { settling: false, unreadable: false };
    } finally {
      await handle.close();
    }
  };
}

async function* mailsFrom(handle: FileHandle, offset: number): AsyncGenerator<MboxMail> {
  const splitter = createMboxSplitter(offset);
  for (let at = offset; ; ) {
    const chunk = await readAt(handle, at, CHUNK_BYTES);
    if (chunk.length === 0) break;
    at += chunk.length;
    yield* splitter.push(chunk);
  }
  yield* splitter.end();
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (length === 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
