import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { ConfigError } from '../../config/index.ts';
import { StoreError } from '../engine/errors.ts';
import { type BackupContents, contentsOf } from './backup.ts';
import { AGE_START, type BackupKeys, type BackupLock, locked, unlocked } from './backup-lock.ts';
import { writeNewFile } from './new-file.ts';

const END_AT_MOST = 60; // characters of the last line, and the line break before it

/** Kept beside the store; without it the memory of senders is lost and everybody signs in anew. */
const KEY_FILE = 'secret.key';

/**
 * Writes a backup: gzip over lines, the first with the key, the others as the store gives them; encrypted by age when `lock` is given.
 * See `writeNewFile`.
 *
 * @returns what it holds, and whether the key is in it @throws NodeJS.ErrnoException, StoreError
 */
export async function writeBackup(
  path: string,
  dataPath: string,
  dump: AsyncIterable<Uint8Array>,
  lock: BackupLock | null,
): Promise<{ readonly contents: BackupContents; readonly hasKey: boolean }> {
  const key = await readFile(join(dataPath, KEY_FILE)).catch(() => null); // null: it comes from the environment
  let head = '';
  async function* all() {
    let tail = '';
    yield Buffer.from(`${JSON.stringify({ key: key?.toString('base64') ?? null })}\n`);
    for await (const chunk of dump) {
      const text = Buffer.from(chunk).toString('latin1');
      if (!head.includes('\n')) head += text;
      tail = (tail + text).slice(-END_AT_MOST);
      yield chunk;
    }
    if (!tail.includes('\n{"end":true'))
      throw new StoreError('The store stopped answering half-way. Nothing was written.');
  }
  const zipping = createGzip();
  pipeline(Readable.from(all()), zipping, () => {}); // whatever ends one ends the other, and whoever reads it is told
  try {
    const bytes = lock === null ? zipping : await locked(zipping, lock);
    bytes.on('error', () => {}); // nobody reads it when the file could not be opened
    await writeNewFile(path, bytes);
  } finally {
    zipping.destroy();
  }
  return { contents: contentsOf(head.slice(0, head.indexOf('\n'))), hasKey: key !== null };
}

/**
 * Reads a backup: its key into the data folder, then its lines by `load`. The key comes first: a restore that was interrupted finds
 * its own key when it is begun anew. @throws StoreError
 */
export async function readBackup<T>(
  path: string,
  dataPath: string,
  keys: BackupKeys,
  load: (lines: AsyncIterable<string>) => Promise<T>,
): Promise<T> {
  const present = await readFile(join(dataPath, KEY_FILE)).catch(() => null);
  let opened: FileHandle | null = null;
  try {
    opened = await open(path, 'r');
    const isEncrypted = await isLocked(opened);
    const file = opened.createReadStream({ start: 0, autoClose: false });
    const plain = isEncrypted ? await unlocked(file, keys) : file;
    const unzipped = createGunzip();
    for (const one of new Set([file, plain])) one.once('error', (error: Error) => unzipped.destroy(error));
    plain.pipe(unzipped);
    const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
    const key = keyOf(await lines.next());
    if (present !== null && key !== null && !present.equals(key))
      throw new StoreError(
        `${join(dataPath, KEY_FILE)} is another key than that of the backup. Move it away and restore again.`,
      );
    if (present === null && key !== null) {
      await mkdir(dataPath, { recursive: true, mode: 0o700 });
      await writeNewFile(join(dataPath, KEY_FILE), Readable.from([key]));
    }
    return await load({ [Symbol.asyncIterator]: () => lines });
  } catch (error) {
    if (error instanceof StoreError || error instanceof ConfigError) throw error;
    throw new StoreError(`${path} cannot be read as a backup. Nothing was restored.`, { cause: error });
  } finally {
    await opened?.close();
  }
}

async function isLocked(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(AGE_START.length), 0, AGE_START.length, 0);
  return buffer.toString('latin1', 0, bytesRead) === AGE_START;
}

function keyOf(first: IteratorResult<string>): Buffer | null {
  const { key } = JSON.parse(first.value ?? '') as { key?: unknown };
  return typeof key === 'string' ? Buffer.from(key, 'base64') : null;
}
