import { existsSync } from 'node:fs';
import type { Config } from '../config/index.ts';
import {
  type ByLanguage,
  type CheckReport,
  ClassifierModel,
  checkDictionary,
  classifierOf,
  compileDictionary,
  createClassifier,
  type Dictionary,
  DictionaryError,
  type DictionaryFile,
  OVERLAY,
} from '../detect/index.ts';
import { loadTokenizer, type Tokenize } from '../text/index.ts';
import { readDictionaryFiles } from './dictionary-folder.ts';
import {
  type PackedRules,
  packRules,
  type ReadRules,
  readRules,
  rulesFile,
  rulesOver,
  SHIPPED_RULES,
  writeRules,
} from './packed-rules.ts';
import type { Rules } from './pipeline.ts';
import { type RuleFiles, readRuleFiles, type TrainedFiles } from './rule-files.ts';

/** Reads and compiles a dictionary folder. @throws DictionaryError with file, line and column of each mistake. */
export async function loadDictionary(folder: string): Promise<Dictionary> {
  return compileDictionary(await readDictionaryFiles(folder), await loadTokenizer());
}

/** Everything that one mail is judged by. @throws DictionaryError, and when the classifier's file is broken. */
export function compileRules({ dictionary, classifier, timeZone }: RuleFiles, tokenize: Tokenize): Rules {
  return {
    dictionary: compileDictionary(dictionary, tokenize),
    tokenize,
    classifier: classifier && classifierOf(judgesOf(classifier)),
    timeZone,
  };
}

/** @throws when one of the files is broken */
export const judgesOf = (files: TrainedFiles): ByLanguage =>
  Object.fromEntries(
    Object.entries(files).map(([language, json]) => [
      language,
      createClassifier(ClassifierModel.parse(JSON.parse(json))),
    ]),
  );

/** `compileRules`, in one thread for all and for the next start as well. */
export type CompileRules = (files: RuleFiles) => Promise<PackedRules>;

const compileHere: CompileRules = async (files) => packRules(files, await loadTokenizer());

/** The rules as they were compiled last, if that was of the same files; else they are compiled now, and kept. */
export async function compiledRules(
  files: RuleFiles,
  dataPath: string,
  compile: CompileRules = compileHere,
): Promise<PackedRules> {
  const known = await readRules(files, [SHIPPED_RULES, rulesFile(dataPath)]);
  if (known !== null) return known;
  const packed = await compile(files);
  // Where nothing can be written, or there is no data yet, the next start compiles again.
  if (existsSync(dataPath)) await writeRules(files, packed, rulesFile(dataPath), 0o600).catch(() => {});
  return packed;
}

/**
 * `compiledRules`, without the rules of the site that are broken: an update may take away what one of them stood on, and mails have to be
 * judged all the same.
 *
 * @returns with what is wrong with those that were left out; null: nothing
 * @throws DictionaryError when the folder itself is broken
 */
export async function usableRules(
  files: RuleFiles,
  dataPath: string,
  compile?: CompileRules,
): Promise<{ readonly packed: PackedRules; readonly problem: string | null }> {
  try {
    return { packed: await compiledRules(files, dataPath, compile), problem: null };
  } catch (error) {
    if (!(error instanceof DictionaryError)) throw error;
    const broken = new Set(error.problems.map(({ file }) => file).filter((file) => file.startsWith(OVERLAY)));
    if (broken.size === 0) throw error;
    const whole = { ...files, dictionary: files.dictionary.filter(({ path }) => !broken.has(path)) };
    return { packed: (await usableRules(whole, dataPath, compile)).packed, problem: error.message };
  }
}

/** What explains assessments. @throws as `compileRules` */
export const loadReadRules = async (config: Config, site: readonly DictionaryFile[] = []): Promise<ReadRules> =>
  rulesOver(await compiledRules(await readRuleFiles(config, site), config.dataPath));

/** @param site the rules of the site; none: what the folder says alone */
export async function loadRules(config: Config, site: readonly DictionaryFile[] = []): Promise<Rules> {
  return { ...(await loadReadRules(config, site)), tokenize: await loadTokenizer() };
}

/** Puts the compiled rules that ship beside the build. */
export async function shipRules(config: Config): Promise<void> {
  const files = await readRuleFiles(config);
  await writeRules(files, await compileHere(files), SHIPPED_RULES);
}

/** Compiles a folder and runs the examples of all its entries. @throws DictionaryError when it does not compile. */
export async function checkDictionaryFolder(folder: string): Promise<CheckReport> {
  return checkDictionary(await loadDictionary(folder), await loadTokenizer());
}
