import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Config } from '../config/index.ts';
import {
  type CheckReport,
  ClassifierModel,
  checkDictionary,
  compileDictionary,
  createClassifier,
  type Dictionary,
  type DictionaryFile,
} from '../detect/index.ts';
import { loadTokenizer, type Tokenize } from '../text/index.ts';
import { shipped } from '../util/paths.ts';
import type { Rules } from './pipeline.ts';

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

/** Everything that one mail is judged by. @throws DictionaryError, and when the classifier's file is broken. */
export function compileRules({ dictionary, classifier, timeZone }: RuleFiles, tokenize: Tokenize): Rules {
  return {
    dictionary: compileDictionary(dictionary, tokenize),
    tokenize,
    classifier: classifier === null ? null : createClassifier(ClassifierModel.parse(JSON.parse(classifier))),
    timeZone,
  };
}

export async function loadRules(config: Config): Promise<Rules> {
  return compileRules(await readRuleFiles(config), await loadTokenizer());
}

/** Compiles a folder and runs the examples of all its entries. @throws DictionaryError when it does not compile. */
export async function checkDictionaryFolder(folder: string): Promise<CheckReport> {
  return checkDictionary(await loadDictionary(folder), await loadTokenizer());
}
