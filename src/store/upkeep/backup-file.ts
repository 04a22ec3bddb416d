import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Db } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { loadDump } from './backup.ts';

const END_AT_MOST = 60; // characters of the last line, and the line break before it

/** Kept beside the store; without it the memory of senders is lost and everybody signs in anew. */
const KEY_FILE = 'secret.key';

/**
 * Writes a backup: gzip over lines, the first with the key, the others as the store gives them. The file appears under
 * its name when it is whole, mode 0600: it holds mail text. @throws NodeJS.ErrnoException
 */
export async function writeBackup(path: string, dataPath: string, dump: AsyncIterable<Uint8Array>): Promise<void> {
  const aside = `${path}.part`;
  const key = await readFile(join(dataPath, KEY_FILE)).catch(() => null); // null: it comes from the environment
  async function* all() {
    let tail = '';
    yield Buffer.from(`${JSON.stringify({ key: key?.toString('base64') ?? null })}\n`);
    for await (const chunk of dump) {
      tail = (tail + Buffer.from(chunk).toString('latin1')).slice(-END_AT_MOST);
      yield chunk;
    }
    if (!tail.includes('\n{"end":true'))
      throw new StoreError('The store stopped answering half-way. Nothing was written.');
  }
  try {
    await pipeline(Readable.from(all()), createGzip(), createWriteStream(aside, { mode: 0o600 }));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/**
 * Reads a backup into an empty store, and its key into the data folder. The key comes first: a restore that was
 * interrupted finds its own key when it is begun anew. @returns the number of rows @throws StoreError
 */
export async function readBackup(path: string, dataPath: string, db: Db): Promise<number> {
  const present = await readFile(join(dataPath, KEY_FILE)).catch(() => null);
  const file = createReadStream(path);
  const unzipped = file.pipe(createGunzip());
  file.once('error', (error) => unzipped.destroy(error));
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  try {
    const key = keyOf(await lines.next());
    if (present !== null && key !== null && !present.equals(key))
      throw new StoreError(
        `${join(dataPath, KEY_FILE)} is another key than that of the backup. Move it away and restore again.`,
      );
    if (present === null && key !== null) {
      await mkdir(dataPath, { recursive: true, mode: 0o700 });
      await writeFile(join(dataPath, KEY_FILE), key, { mode: 0o600, flag: 'wx' });
    }
    return await loadDump(db, { [Symbol.asyncIterator]: () => lines });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`${path} cannot be read as a backup. Nothing was restored.`, { cause: error });
  } finally {
    file.destroy();
  }
}

function keyOf(first: IteratorResult<string>): Buffer | null {
  const { key } = JSON.parse(first.value ?? '') as { key?: unknown };
  return typeof key === 'string' ? Buffer.from(key, 'base64') : null;
}
