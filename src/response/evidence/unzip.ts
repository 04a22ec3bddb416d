import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, validateFileName } from 'yauzl';

/** What a reader finds in a zip. An entry that cannot be read says why. */
export interface FoundEntry {
  readonly path: string;
  readonly safe: boolean; // its name stays within the folder that it is taken apart in
  readonly bytes: Uint8Array | null;
  readonly problem: string | null;
}

/** Bytes that are taken out of one zip at most: what grows beyond them is none of ours. */
const MOST = 2 ** 30;

/** Entries of one zip at most; the largest pack has some three for each of 2,000 mails. */
const MOST_ENTRIES = 10_000;

/** More files than any pack of ours holds. */
export class TooManyEntries extends Error {
  override readonly name = 'TooManyEntries';
  constructor(count: number, most: number) {
    super(`${count} files; a pack has ${most} at most`);
  }
}

/** More bytes than anybody wants from such a zip. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
  constructor() {
    super('too large');
  }
}

/**
 * All entries in the order of the directory, `most` bytes together at most. Rejects when the bytes are no zip, with a sentence of
 * the library; an entry that turns out longer than it said has a problem.
 */
export async function unzip(
  bytes: Uint8Array,
  { most = MOST, mostEntries = MOST_ENTRIES }: { readonly most?: number; readonly mostEntries?: number } = {},
): Promise<FoundEntry[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    decodeStrings: false, // names are judged here, and a wrong one does not hide the others
  });
  if (zip.entryCount > mostEntries) throw new TooManyEntries(zip.entryCount, mostEntries);
  const found: FoundEntry[] = [];
  let room = most;
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString('utf8');
    const safe = validateFileName(path) === null && !/[\\\p{C}]/u.test(path);
    room -= entry.uncompressedSize;
    if (room < 0) throw new TooManyBytes();
    found.push({ path, safe, ...(await read(entry)) });
  }
  return found;

  async function read(entry: Entry): Promise<Pick<FoundEntry, 'bytes' | 'problem'>> {
    try {
      return { bytes: await buffer(await zip.openReadStreamPromise(entry)), problem: null };
    } catch (error) {
      return { bytes: null, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}
