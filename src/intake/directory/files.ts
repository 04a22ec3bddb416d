import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MAIL_BYTES } from '../source.ts';

/** A file that may be a mail. */
export interface MailName {
  readonly key: string; // its name; in a Maildir without flags, so that it stays the same when flags change
  readonly name: string;
  readonly path: string;
}

/** A file that may be a mail, as seen from outside. */
export interface MailFile extends MailName {
  readonly stamp: string; // differs when the content may differ
  readonly modifiedAt: Date;
}

/** The mails of `folders` as `listNames` finds them, oldest first. */
export const listFiles = async (
  folders: readonly string[],
  keyOf: (name: string) => string | null,
): Promise<readonly MailFile[]> => statFiles(await listNames(folders, keyOf));

/** The plain files of `folders` for which `keyOf` gives a key. Links are not followed. */
export async function listNames(
  folders: readonly string[],
  keyOf: (name: string) => string | null,
): Promise<readonly MailName[]> {
  const found: MailName[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const key = entry.isFile() ? keyOf(entry.name) : null;
      if (key !== null) found.push({ key, name: entry.name, path: join(folder, entry.name) });
    }
  }
  return found;
}

/** Oldest first. A file that is gone, or was moved for a flag, is left out: the next look finds it under its new name. */
export async function statFiles(names: readonly MailName[]): Promise<readonly MailFile[]> {
  const files = await Promise.all(names.map(statFile));
  return files
    .filter((file) => file !== null)
    .sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime() || (a.key < b.key ? -1 : 1));
}

async function statFile(file: MailName): Promise<MailFile | null> {
  try {
    const stats = await lstat(file.path);
    return { ...file, stamp: stampOf(stats), modifiedAt: stats.mtime };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export const emlKey = (name: string): string | null => (/^[^.].*\.eml$/i.test(name) ? name : null);

/** Flags follow a colon (https://cr.yp.to/proto/maildir.html); dot files are no mails. */
export const maildirKey = (name: string): string | null =>
  name.startsWith('.') ? null : name.replace(/:2,[A-Za-z]*$/, '');

export type ReadResult =
  | { readonly kind: 'read'; readonly raw: Uint8Array }
  | { readonly kind: 'changed' } // or gone: look again
  | { readonly kind: 'unreadable' };

/** Reads at most MAX_MAIL_BYTES of a file that still is what was seen. */
export async function readMailFile({ path, stamp }: MailFile): Promise<ReadResult> {
  let handle: FileHandle | null = null;
  try {
    handle = await openPlain(path);
    const before = await handle.stat();
    if (!before.isFile() || stampOf(before) !== stamp) return { kind: 'changed' };
    const raw = await readUpTo(handle, Math.min(before.size, MAX_MAIL_BYTES));
    return stampOf(await handle.stat()) === stamp ? { kind: 'read', raw } : { kind: 'changed' };
  } catch (error) {
    return { kind: isGone(error) ? 'changed' : 'unreadable' };
  } finally {
    await handle?.close();
  }
}

/** Neither through a link that has just been put in its place, nor waiting for the other end of a pipe. */
export const openPlain = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);

export const stampOf = ({ ino, size, mtimeMs }: Stats): string => `${ino}/${size}/${mtimeMs}`;

async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array> {
  const raw = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(raw, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return raw.subarray(0, length);
}

const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';
