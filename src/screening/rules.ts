import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { dictionaryFolder, readAllDictionaryFiles, readDictionaryFiles } from './dictionary-folder.ts';
import type { Rules } from './pipeline.ts';

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
    dictionary: await readAllDictionaryFiles(config),
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
