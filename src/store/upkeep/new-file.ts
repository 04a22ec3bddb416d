import { randomBytes } from 'node:crypto';
import { link, lstat, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** File systems without hard links: FAT, some shares. */
const NO_LINKS: ReadonlySet<unknown> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Writes a file that only its owner may read (0600). It has its name only once it is whole and on the disk, and never in the place of
 * another: neither a link at that name is followed nor one beside it.
 *
 * @throws NodeJS.ErrnoException EEXIST when something has that name
 */
export async function writeNewFile(path: string, from: AsyncIterable<Uint8Array>): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(aside, 'wx', 0o600); // O_EXCL: nothing is opened that is there
  try {
    try {
      await writeFile(file, from);
      await file.sync();
    } finally {
      await file.close();
    }
    await giveName(aside, path);
    await syncFolder(dirname(path));
  } finally {
    await rm(aside, { force: true });
  }
}

async function giveName(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path); // unlike rename, it replaces nothing
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code)) throw error;
    if (await lstat(path).catch(() => null)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
    await rename(aside, path);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
