import { chmod, lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const OTHERS = 0o077; // what group and others may do

/**
 * Takes a folder and all below it from everybody but its owner: 0700, and 0600 for files that are not run. PGlite writes its files 0666,
 * whatever the umask. Links below it are not followed, and what they point to stays as it is.
 *
 * @returns the paths that could not be changed: they belong to somebody else.
 */
export async function makePrivate(path: string): Promise<string[]> {
  const open: string[] = [];
  await walk(await realpath(path), async (entry, mode) => {
    await chmod(entry, mode & 0o700).catch(() => open.push(entry));
  });
  return open;
}

/** Whether others may look into the folder; what lies in one that they may not is out of their reach. */
export async function isPrivate(path: string): Promise<boolean> {
  return ((await stat(path)).mode & OTHERS) === 0;
}

/** What is written from here on is its owner's alone. Does nothing in a worker thread, which may not change the process's mask. */
export function ownerOnlyFiles(): void {
  if (isMainThread) process.umask(OTHERS);
}

async function walk(path: string, found: (entry: string, mode: number) => Promise<void>): Promise<void> {
  const entry = await lstat(path).catch(() => null); // gone meanwhile
  if (entry === null || !(entry.isDirectory() || entry.isFile())) return;
  if ((entry.mode & OTHERS) !== 0) await found(path, entry.mode);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path).catch(() => [])) await walk(join(path, name), found);
}
