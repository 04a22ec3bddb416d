import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openStore } from './open.ts';
import { shippedStore } from './shipped-store.ts';

/** Puts an empty embedded database with all its tables beside the build. */
export async function shipEmptyStore(): Promise<void> {
  const path = shippedStore();
  await rm(path, { recursive: true, force: true });
  const aside = await mkdtemp(join(dirname(path), 'making-'));
  try {
    const store = await openStore({ kind: 'pglite', path: join(aside, 'store') }, aside);
    await store.close();
    await forEverybody(join(aside, 'store')); // who builds need not be who runs; there is nothing in it to hide
    await rename(join(aside, 'store'), path);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function forEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}
