import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';

const TYPES = { Uint8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float64Array } as const;
type TypeName = keyof typeof TYPES;
type Table = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

/** Flat arrays by name. */
export type Tables<T> = { readonly [Name in keyof T]: Table };

interface Place {
  readonly name: string;
  readonly type: TypeName;
  readonly at: number; // bytes
  readonly length: number; // elements
}

const ALIGNED = 8;
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED;

/**
 * Flat arrays in one stretch of memory, which any number of threads read at once: sending it to one copies nothing. It
 * begins with the length of a table of contents in JSON.
 */
export function packTables<T extends Tables<T>>(tables: T): SharedArrayBuffer {
  const all: readonly (readonly [string, Table])[] = Object.entries(tables);
  const contentsOf = (start: number): { json: Buffer; places: Place[]; end: number } => {
    let at = start;
    const places = all.map(([name, table]) => {
      const place = { name, type: typeOf(table), at, length: table.length };
      at += aligned(table.byteLength);
      return place;
    });
    return { json: Buffer.from(JSON.stringify(places)), places, end: at };
  };
  // Offsets of many digits make the contents longer: room for all of them is left before the first array.
  const start = aligned(4 + contentsOf(2 ** 40).json.length);
  const { json, places, end } = contentsOf(start);
  const bytes = new SharedArrayBuffer(end);
  new Uint32Array(bytes, 0, 1)[0] = json.length;
  new Uint8Array(bytes).set(json, 4);
  for (const [i, { type, at, length }] of places.entries()) viewOf(bytes, type, at, length).set(all[i]![1]);
  return bytes;
}

/** The arrays of `packTables`, as views: nothing is copied. */
export function tablesOf<T extends Tables<T>>(bytes: SharedArrayBuffer): T {
  const length = new Uint32Array(bytes, 0, 1)[0]!;
  const places: readonly Place[] = JSON.parse(Buffer.from(bytes, 4, length).toString());
  return Object.fromEntries(places.map(({ name, type, at, length }) => [name, viewOf(bytes, type, at, length)])) as T;
}

const typeOf = (table: Table): TypeName =>
  (Object.keys(TYPES) as TypeName[]).find((name) => table instanceof TYPES[name])!; // a Buffer is bytes too

// The types of the language do not know that any of them may lie in shared memory.
const viewOf = (bytes: SharedArrayBuffer, type: TypeName, at: number, length: number): Table =>
  new TYPES[type](bytes as unknown as ArrayBuffer, at, length);

const MAGIC = Buffer.from('komainu1');
const HASH = 32;
const HEAD = MAGIC.length + 2 * HASH; // magic, hash of the key, hash of the content

const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest();

/** Writes aside and renames, so that whoever reads sees the old file or the new one. */
export async function writePacked(path: string, key: string, bytes: SharedArrayBuffer, mode = 0o644): Promise<void> {
  const content = Buffer.from(bytes);
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(aside, Buffer.concat([MAGIC, sha256(key), sha256(content), content]), { mode });
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** What `writePacked` wrote under this key; null where there is no such file, or it is torn or of another key. */
export async function readPacked(path: string, key: string): Promise<SharedArrayBuffer | null> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    const head = Buffer.alloc(HEAD);
    const size = (await file.stat()).size - HEAD;
    if (size <= 0 || (await file.read(head, 0, HEAD, 0)).bytesRead < HEAD) return null;
    if (!head.subarray(0, HEAD - HASH).equals(Buffer.concat([MAGIC, sha256(key)]))) return null;
    const bytes = new SharedArrayBuffer(size);
    const content = new Uint8Array(bytes);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(content, at, size - at, HEAD + at);
      if (bytesRead === 0) return null;
      at += bytesRead;
    }
    return sha256(content).equals(head.subarray(HEAD - HASH)) ? bytes : null;
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}
