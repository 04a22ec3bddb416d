import { existsSync } from 'node:fs';
import { cp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StoreError } from './errors.ts';
import { lockDirectory } from './lock.ts';

/** The embedded store as it was before the migrations of a newer version. */
const copyOf = (path: string): string => `${path}.before-upgrade`;

/** The embedded store as it was when somebody went back behind an upgrade, and when. */
const asideAt = (path: string, at: Date): string => `${path}.${at.toISOString().replace(/[:.]/g, '-')}`;
const ASIDE = /^\.\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/** So long each of both is kept: it holds what is deleted from the store meanwhile. */
const KEPT_MS = 14 * 86_400_000;

/**
 * Copies the files of a store that nobody has open, in place of the copy of the upgrade before.
 *
 * @throws StoreError when there is no room for it: then nothing was changed
 */
export async function keepBeforeUpgrade(path: string): Promise<void> {
  const partial = `${copyOf(path)}.partial`; // renamed when complete
  try {
    await rm(partial, { recursive: true, force: true });
    await cp(path, partial, { recursive: true });
    await utimes(partial, new Date(), new Date()); // its age, which `cp` and the moving leave alone
    await dropCopy(path);
    await rename(partial, copyOf(path));
  } catch (cause) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    throw new StoreError(
      `${path}: before this version changes the store it copies it, and that failed. Make room on the disk; the earlier version starts as before.`,
      { cause },
    );
  }
}

/** Deletes what lies beside a store of before an upgrade or a way back, once its time is over. */
export async function dropOldCopies(path: string, now: Date): Promise<void> {
  const beside = (await readdir(dirname(path))).filter(
    (name) => name.startsWith(basename(path)) && ASIDE.test(name.slice(basename(path).length)),
  );
  for (const old of [copyOf(path), ...beside.map((name) => join(dirname(path), name))]) {
    const made = await stat(old).catch(() => null);
    if (made !== null && now.getTime() - made.mtimeMs > KEPT_MS) await rm(old, { recursive: true, force: true });
  }
}

const dropCopy = (path: string): Promise<void> => rm(copyOf(path), { recursive: true, force: true });

/**
 * Puts the store back as it was before the last upgrade, for the version of before; that of now is kept beside it for 14 days.
 *
 * @returns where the store of now is, and when the other was copied
 * @throws StoreLockedError while the service runs, StoreError when there is no copy
 */
export async function goBack(path: string, dataPath: string): Promise<{ readonly aside: string; readonly at: Date }> {
  const lock = await lockDirectory(dataPath);
  try {
    if (!existsSync(copyOf(path)))
      throw new StoreError(`${path}: there is no copy of before an upgrade. Restore a backup into an empty store.`);
    const { mtime: at } = await stat(copyOf(path));
    const now = new Date();
    const aside = asideAt(path, now);
    await utimes(path, now, now); // from when on its time is counted
    await rename(path, aside);
    await rename(copyOf(path), path).catch(async (error: unknown) => {
      await rename(aside, path);
      throw error;
    });
    return { aside, at };
  } finally {
    await lock.release();
  }
}
