import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LONGEST = 80; // bytes; with a file name still below the 103 that a unix socket's path may have on macOS

/** Another way to a directory, short enough for the path of a unix socket in it. */
export interface ShortPath {
  readonly path: string;
  release(): Promise<void>;
}

/** Gives the directory itself when its path is short, else a symbolic link to it. */
export async function shortPath(directory: string): Promise<ShortPath> {
  if (Buffer.byteLength(directory) <= LONGEST) return { path: directory, release: async () => {} };
  const temporary = await mkdtemp(join(tmpdir(), 'komainu-'));
  const path = join(temporary, 'd');
  await symlink(directory, path);
  return { path, release: () => rm(temporary, { recursive: true, force: true }) };
}
