import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Config } from './config.ts';
import {
  type CheckReport,
  checkDictionary,
  compileDictionary,
  createReader,
  type Dictionary,
  type DictionaryFile,
  type Reader,
  ReaderModel,
} from './detect/index.ts';
import { shipped } from './paths.ts';
import type { Rules } from './screen.ts';
import { loadTokenizer } from './text/index.ts';

export const dictionaryFolder = (config: Config): string => config.settings.dictionaries ?? shipped('dictionaries');

/** All YAML files of a dictionary folder, by path. */
export async function readDictionaryFiles(folder: string): Promise<DictionaryFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((one) => one.isFile() && one.name.endsWith('.yaml'))
    .map((one) => join(one.parentPath, one.name));
  const files = paths.map(async (path) => ({
    path: relative(folder, path).split(sep).join('/'),
    text: await readFile(path, 'utf8'),
  }));
  return (await Promise.all(files)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads and compiles a dictionary folder. @throws DictionaryError with file, line and column of each mistake. */
export async function loadDictionary(folder: string): Promise<Dictionary> {
  return compileDictionary(await readDictionaryFiles(folder), await loadTokenizer());
}

/** The trained reader that lies beside the dictionaries; null where there is none. @throws when the file is broken. */
async function loadReader(folder: string): Promise<Reader | null> {
  const path = join(folder, 'reader.json');
  if (!existsSync(path)) return null;
  return createReader(ReaderModel.parse(JSON.parse(await readFile(path, 'utf8'))));
}

/** Everything that one mail is judged by. */
export async function loadRules(config: Config): Promise<Rules> {
  const folder = dictionaryFolder(config);
  const dictionary = await loadDictionary(folder);
  return {
    dictionary,
    tokenize: await loadTokenizer(),
    reader: config.settings.reader ? await loadReader(folder) : null,
    timeZone: config.company.timeZone,
  };
}

/** Compiles a folder and runs the examples of all its entries. @throws DictionaryError when it does not compile. */
export async function checkDictionaryFolder(folder: string): Promise<CheckReport> {
  return checkDictionary(await loadDictionary(folder), await loadTokenizer());
}
