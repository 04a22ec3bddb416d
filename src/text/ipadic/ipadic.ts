import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { packTables, readPacked, writePacked } from '../../util/packed.ts';
import { shipped } from '../../util/paths.ts';
import { flatten, type KuromojiFiles } from './flatten.ts';

const FILES = [
  ...(['base', 'check', 'tid', 'tid_pos', 'tid_map', 'cc', 'unk', 'unk_pos', 'unk_map'] as const),
  ...(['unk_char', 'unk_invoke'] as const),
] as const satisfies readonly (keyof KuromojiFiles)[];

/** `IpadicTables`, packed; some 30 MB that any number of threads may read at once. */
export type Ipadic = SharedArrayBuffer;

/** Comes with the build: to unpack and flatten kuromoji's files takes seconds. */
const FLAT_FILE = shipped('dist/data/ipadic.bin');
const LAYOUT = 1; // to be raised when the tables change

/** Reads the dictionary that comes with kuromoji. @throws when a file cannot be read. */
export async function loadIpadic(): Promise<Ipadic> {
  return (await readPacked(FLAT_FILE, flatKey())) ?? (await flatIpadic());
}

/** Puts the flat tables beside the build, unless they are there. */
export async function writeIpadic(): Promise<void> {
  if ((await readPacked(FLAT_FILE, flatKey())) === null) await writePacked(FLAT_FILE, flatKey(), await flatIpadic());
}

const kuromoji = createRequire(import.meta.url);

const flatKey = (): string => {
  const { version } = kuromoji('kuromoji/package.json') as { version: string };
  return `ipadic ${LAYOUT}, kuromoji ${version}`;
};

async function flatIpadic(): Promise<Ipadic> {
  const folder = join(dirname(kuromoji.resolve('kuromoji/package.json')), 'dict');
  const unpacked = FILES.map(async (name) => {
    const bytes = await promisify(gunzip)(await readFile(join(folder, `${name}.dat.gz`)));
    return [name, Uint8Array.from(bytes)] as const; // at an offset that wider numbers may begin at
  });
  return packTables(flatten(Object.fromEntries(await Promise.all(unpacked)) as unknown as KuromojiFiles));
}
