import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';

const FILES = [
  'base.dat.gz',
  'check.dat.gz',
  'tid.dat.gz',
  'tid_pos.dat.gz',
  'tid_map.dat.gz',
  'cc.dat.gz',
  'unk.dat.gz',
  'unk_pos.dat.gz',
  'unk_map.dat.gz',
  'unk_char.dat.gz',
  'unk_compat.dat.gz',
  'unk_invoke.dat.gz',
] as const;
type FileName = (typeof FILES)[number];

/** kuromoji's dictionary, 100 MB that any number of threads may read at once: sending it to one copies nothing. */
export interface Ipadic {
  readonly files: Readonly<Record<FileName, SharedArrayBuffer>>;
  /** Where in `tid_map.dat`, in 32-bit units, the list of words of a trie id begins; 0 for none. */
  readonly wordsAt: SharedArrayBuffer;
}

/** Reads the dictionary that comes with kuromoji. @throws when a file cannot be read. */
export async function loadIpadic(): Promise<Ipadic> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const entries = await Promise.all(FILES.map(async (name) => [name, await unpack(join(folder, name))] as const));
  const files = Object.fromEntries(entries) as Record<FileName, SharedArrayBuffer>;
  return { files, wordsAt: indexWords(new Int32Array(files['tid_map.dat.gz'])) };
}

/** The unpacked bytes by the path that kuromoji asks for. */
export const fileOf = ({ files }: Ipadic, path: string): SharedArrayBuffer => files[basename(path) as FileName];

/** Unpacks chunk by chunk into its place, so that nothing is in memory twice. */
async function unpack(path: string): Promise<SharedArrayBuffer> {
  const packed = await readFile(path);
  const size = packed.readUInt32LE(packed.length - 4); // RFC 1952, 2.3.1: ISIZE
  const unpacked = new SharedArrayBuffer(size);
  const bytes = new Uint8Array(unpacked);
  const gunzip = createGunzip();
  gunzip.end(packed);
  let at = 0;
  for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return unpacked;
}

/** `tid_map.dat` is the number of lists, then for each: trie id, number of words, the words. */
function indexWords(map: Int32Array): SharedArrayBuffer {
  const lists: { id: number; at: number }[] = [];
  for (let at = 1; lists.length < map[0]!; at += 2 + map[at + 1]!) lists.push({ id: map[at]!, at: at + 1 });
  const ids = lists.reduce((most, { id }) => Math.max(most, id + 1), 0);
  const index = new SharedArrayBuffer(ids * Int32Array.BYTES_PER_ELEMENT);
  const places = new Int32Array(index);
  for (const { id, at } of lists) places[id] = at;
  return index;
}
