import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/index.ts';
import { type DictionaryFile, OVERLAY, RELEASE } from '../detect/index.ts';
import { shipped } from '../util/paths.ts';

type Places = Pick<Config, 'settings' | 'dataPath'>;

export const dictionaryFolder = ({ settings }: Pick<Config, 'settings'>): string =>
  settings.dictionaries ?? shipped('dictionaries');

/** Where changes go that the folder does not take. */
export const overlayFolder = ({ dataPath }: Pick<Config, 'dataPath'>): string => join(dataPath, 'dictionaries');

/** Beside the dictionaries that ship: words and endings of the language, which belong to the judge and are no entries. */
const LANGUAGE = 'language';

/**
 * All YAML files of a dictionary folder, by path. Links are followed, as a ConfigMap is mounted; names that begin with a dot are the
 * swap files and folders of editors, of git and of such mounts.
 */
export async function readDictionaryFiles(folder: string, under = ''): Promise<DictionaryFile[]> {
  const names = (await readdir(join(folder, under))).filter((name) => !name.startsWith('.'));
  const files = names.map(async (name): Promise<DictionaryFile[]> => {
    const path = `${under}${name}`;
    const found = await stat(join(folder, path)).catch(() => null); // a link that leads nowhere, or just deleted
    if (path === LANGUAGE) return [];
    if (found?.isDirectory()) return readDictionaryFiles(folder, `${path}/`);
    const isFile = name.endsWith('.yaml') && found?.isFile();
    return isFile ? [{ path, text: await readFile(join(folder, path), 'utf8') }] : [];
  });
  return (await Promise.all(files)).flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of the folder in use, and those of its overlay under `overlay/`. */
export async function readAllDictionaryFiles(config: Places): Promise<DictionaryFile[]> {
  const overlay = overlayFolder(config);
  const own = existsSync(overlay) ? await readDictionaryFiles(overlay) : [];
  const release = await readFile(join(shipped('dictionaries'), RELEASE), 'utf8').catch(() => '');
  return [
    ...(await readDictionaryFiles(dictionaryFolder(config))),
    { path: RELEASE, text: release },
    ...own.map(({ path, text }) => ({ path: `${OVERLAY}${path}`, text })),
  ];
}

/** Why a file was not written; what stood there stands there still. */
export type UnwrittenCause = 'changed' | 'full' | 'denied';
export class UnwrittenFileError extends Error {
  override readonly name = 'UnwrittenFileError';
  readonly code: UnwrittenCause;
  constructor(code: UnwrittenCause, options?: ErrorOptions) {
    super(`the dictionary file was not written: ${code}`, options);
    this.code = code;
  }
}

/** The dictionary files as somebody edits them. */
export interface DictionaryFolder {
  readonly read: () => Promise<DictionaryFile[]>;
  /** Whether a file of the folder takes changes; what does not gets an overlay. The folder that ships is replaced by updates. */
  readonly takesChanges: (path: string) => Promise<boolean>;
  /** Writes one file as a whole, if it still is what it was (null: not there). @throws UnwrittenFileError */
  readonly write: (path: string, text: string, before: string | null) => Promise<void>;
}

export function openDictionaryFolder(config: Places): DictionaryFolder {
  const placeOf = (path: string) =>
    path.startsWith(OVERLAY)
      ? join(overlayFolder(config), path.slice(OVERLAY.length))
      : join(dictionaryFolder(config), path);
  return {
    read: () => readAllDictionaryFiles(config),
    async takesChanges(path) {
      if (config.settings.dictionaries === null) return false;
      const file = placeOf(path);
      return (await isWritable(dirname(file))) && (!existsSync(file) || (await isWritable(file)));
    },
    async write(path, text, before) {
      const file = placeOf(path);
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await replace(file, text, before);
      } catch (error) {
        throw asUnwritten(error);
      }
    },
  };
}

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** Aside, on the disk, and then over the old one: a reader finds the old file or the new one, whenever the power goes. */
async function replace(file: string, text: string, before: string | null): Promise<void> {
  const mode = await stat(file).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const aside = join(dirname(file), `.${randomBytes(6).toString('hex')}.part`);
  try {
    const written = await open(aside, 'wx', mode);
    try {
      await written.writeFile(text);
      await written.sync();
    } finally {
      await written.close();
    }
    const now = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (now !== before) throw new UnwrittenFileError('changed');
    await rename(aside, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  } finally {
    await rm(aside, { force: true });
  }
}

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const DENIED: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EXDEV']);

function asUnwritten(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (FULL.has(code)) return new UnwrittenFileError('full', { cause: error });
  if (DENIED.has(code)) return new UnwrittenFileError('denied', { cause: error });
  return error;
}
