import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { type DictionaryFile, RELEASE } from '../detect/index.ts';
import { shipped } from '../util/paths.ts';

export const dictionaryFolder = ({ settings }: Pick<Config, 'settings'>): string =>
  settings.dictionaries ?? shipped('dictionaries');

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

/** The files of the folder in use, and which of its entries ship. Those of the site lie over them. */
export async function readFolderInUse(config: Pick<Config, 'settings'>): Promise<DictionaryFile[]> {
  const release = await readFile(join(shipped('dictionaries'), RELEASE), 'utf8').catch(() => '');
  return [...(await readDictionaryFiles(dictionaryFolder(config))), { path: RELEASE, text: release }];
}
