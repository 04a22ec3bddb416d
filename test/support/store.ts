import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  await mkdir(dirname(path), { recursive: true });
  await cp(await snapshot(), path, { recursive: true });
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
