import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Classifier,
  ClassifierModel,
  classifierOf,
  classifierOver,
  compileDictionary,
  dictionaryOver,
  type FlatClassifier,
  type FlatDictionary,
  flattenDictionary,
  flattenModel,
  JUDGED_LANGUAGES,
  type JudgedLanguage,
} from '../detect/index.ts';
import type { Tokenize } from '../text/index.ts';
import { packTables, readPacked, tablesOf, writePacked } from '../util/packed.ts';
import { shipped } from '../util/paths.ts';
import type { Rules } from './pipeline.ts';
import type { RuleFiles } from './rule-files.ts';

/** Compiled rules as flat arrays in shared memory: threads judge by them without a copy of their own. */
export interface PackedRules {
  readonly tables: SharedArrayBuffer;
  readonly timeZone: string;
}

/** The dictionary's arrays, and those of each judge under the name of its language. */
type FlatRules = FlatDictionary &
  Readonly<Record<`${JudgedLanguage}.${keyof FlatClassifier}`, FlatClassifier[keyof FlatClassifier]>>;

/** @throws DictionaryError, and when the classifier's file is broken. */
export function packRules({ dictionary, classifier, timeZone }: RuleFiles, tokenize: Tokenize): PackedRules {
  const flat = flattenDictionary(compileDictionary(dictionary, tokenize));
  const judges = Object.entries(classifier ?? {}).flatMap(([language, json]) =>
    Object.entries(flattenModel(ClassifierModel.parse(JSON.parse(json)))).map(([name, array]) => [
      `${language}.${name}`,
      array,
    ]),
  );
  return { tables: packTables({ ...flat, ...Object.fromEntries(judges) }), timeZone };
}

/** What the rules say, without what cuts texts: enough to explain an assessment. */
export type ReadRules = Omit<Rules, 'tokenize'>;

export function rulesOver({ tables, timeZone }: PackedRules): ReadRules {
  const flat = tablesOf<FlatRules>(tables);
  return {
    dictionary: dictionaryOver(flat),
    classifier: classifierIn(flat),
    timeZone,
  };
}

function classifierIn(flat: FlatRules): Classifier | null {
  const judges = JUDGED_LANGUAGES.flatMap((language) => {
    const own = Object.entries(flat).flatMap(([name, array]) =>
      name.startsWith(`${language}.`) ? [[name.slice(language.length + 1), array] as const] : [],
    );
    return own.length === 0 ? [] : [[language, classifierOver(Object.fromEntries(own) as unknown as FlatClassifier)]];
  });
  return judges.length === 0 ? null : classifierOf(Object.fromEntries(judges));
}

/** Made with the build, of the dictionaries that ship. */
export const SHIPPED_RULES = shipped('dist/data/rules.bin');

/** The file of rules compiled here, in the folder of the data. */
export const rulesFile = (dataPath: string): string => join(dataPath, 'compiled-rules.bin');

/** Rules that were compiled of the same files by the same program; null when there are none. */
export async function readRules(files: RuleFiles, paths: readonly string[]): Promise<PackedRules | null> {
  const key = keyOf(files);
  if (key === null) return null;
  for (const path of paths) {
    const tables = await readPacked(path, key);
    if (tables !== null) return { tables, timeZone: files.timeZone };
  }
  return null;
}

/** Keeps compiled rules for the next start. */
export async function writeRules(
  files: RuleFiles,
  { tables }: PackedRules,
  path: string,
  mode?: number,
): Promise<void> {
  const key = keyOf(files);
  if (key !== null) await writePacked(path, key, tables, mode);
}

/** null where nobody knows what the program was built of, as in a test that runs the sources: what it compiles may change. */
function keyOf({ dictionary, classifier }: RuleFiles): string | null {
  const program = builtFrom();
  if (program === null) return null;
  const hash = createHash('sha256');
  for (const { path, text } of dictionary) hash.update(`${path}\0${text.length}\0${text}\0`);
  for (const [language, json] of Object.entries(classifier ?? {})) hash.update(`${language}\0${json}\0`);
  return `rules ${program}, V8 ${process.versions.v8}, ${hash.digest('hex')}`;
}

function builtFrom(): string | null {
  const stamp = shipped('dist/.built-from');
  const isBuilt = dirname(fileURLToPath(import.meta.url)) === shipped('dist/screening');
  return isBuilt && existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}
