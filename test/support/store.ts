import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { openStore, type Store } from '../../src/store/index.ts';
import { shipped } from '../../src/util/paths.ts';

const CACHE = shipped('node_modules/.cache/komainu-tests');

/** An embedded store at `<folder>/store` that is empty and up to date, without the seconds that making one takes. */
export async function openTestStore(folder: string): Promise<Store> {
  const path = join(folder, 'store');
  await putEmptyStore(path);
  return openStore({ kind: 'pglite', path }, folder);
}

/** Puts the files of an empty embedded database with all its tables at `path`, as `openStore` leaves them. */
export async function putEmptyStore(path: string): Promise<void> {
  image ??= snapshot().then(readImage);
  const { folders, files } = await image;
  mkdirSync(path, { recursive: true });
  for (const folder of folders) mkdirSync(join(path, folder), { mode: 0o700 });
  for (const { name, size, start } of files) {
    const file = openSync(join(path, name), 'wx', 0o600);
    if (start.length > 0) writeSync(file, start);
    if (size > start.length) ftruncateSync(file, size);
    closeSync(file);
  }
}

/** An empty store in memory: 1,400 files, of which most are copied a hundred times in a run. */
interface Image {
  readonly folders: readonly string[]; // each behind the one it lies in
  readonly files: readonly { readonly name: string; readonly size: number; readonly start: Uint8Array }[]; // NUL behind the start
}
let image: Promise<Image> | null = null;

function readImage(path: string): Image {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const nameOf = (entry: (typeof entries)[number]) => relative(path, join(entry.parentPath, entry.name));
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const last = bytes.findLastIndex((byte) => byte !== 0);
      return { name: nameOf(entry), size: bytes.length, start: bytes.subarray(0, last + 1) };
    });
  const folders = entries.filter((entry) => entry.isDirectory()).map(nameOf);
  return { folders: folders.sort(), files };
}

/** Made once for each version of the tables and of PGlite; two workers that begin together both make it, one counts. */
async function snapshot(): Promise<string> {
  const path = join(CACHE, `store-${fingerprint()}`);
  if (existsSync(path)) return path;
  await mkdir(CACHE, { recursive: true });
  const aside = await mkdtemp(join(CACHE, 'making-'));
  const store = await openStore({ kind: 'pglite', path: join(aside, 'store') }, aside);
  await store.close();
  await rename(join(aside, 'store'), path).catch((error) => {
    if (!existsSync(path)) throw error;
  });
  await rm(aside, { recursive: true, force: true });
  return path;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const folder = shipped('src/store/migrations');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(sql|json)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  const pglite = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..', 'package.json');
  return hash.update(readFileSync(pglite)).digest('hex').slice(0, 16);
}
