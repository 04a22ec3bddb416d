import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';

/** Bytes of a pack: none is as large. */
export const MOST_PACK = 2 ** 30;
/** Bytes of what goes with one: responses, requests, certificates. */
const MOST_BESIDE = 4 * 2 ** 20;

/** @throws CommandError when there is no such file, or it is larger than any of its kind */
export async function readBounded({ cwd }: Pick<Io, 'cwd'>, name: string, most = MOST_BESIDE): Promise<Uint8Array> {
  const unreadable = (cause?: unknown) =>
    new CommandError(say(`${name} を読めません。`, `${name} cannot be read.`), 2, { cause });
  const path = resolve(cwd, name);
  try {
    if ((await stat(path)).size > most) throw unreadable();
    return await readFile(path);
  } catch (error) {
    throw error instanceof CommandError ? error : unreadable(error);
  }
}

/** Writes a file for its owner alone. @throws CommandError where one is there already: it stays as it is */
export async function writeNew({ cwd }: Pick<Io, 'cwd'>, name: string, bytes: Uint8Array): Promise<void> {
  await writeFile(resolve(cwd, name), bytes, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? isThere(name) : error;
  });
}

/** There is a file of that name. */
export const isThere = (name: string): CommandError =>
  new CommandError(say(`${name} はすでにあります`, `${name} exists already; choose another name`));
