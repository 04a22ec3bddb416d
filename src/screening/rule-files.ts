import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Config } from '../config/index.ts';
import type { DictionaryFile } from '../detect/index.ts';
import { shipped } from '../util/paths.ts';

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

/** What rules are made of, as plain values: equal ones make rules that judge alike, in whatever thread or process. */
export interface RuleFiles {
  readonly dictionary: readonly DictionaryFile[];
  readonly classifier: string | null; // JSON of the trained classifier; null when switched off or not there
  readonly timeZone: string;
}

export async function readRuleFiles(config: Config): Promise<RuleFiles> {
  const folder = dictionaryFolder(config);
  const classifier = join(folder, 'classifier.json');
  return {
    dictionary: await readDictionaryFiles(folder),
    classifier: config.settings.classifier && existsSync(classifier) ? await readFile(classifier, 'utf8') : null,
    timeZone: config.company.timeZone,
  };
}
