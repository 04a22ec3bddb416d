import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { type DictionaryFile, JUDGED_LANGUAGES, type JudgedLanguage } from '../detect/index.ts';
import { dictionaryFolder, readFolderInUse } from './dictionary-folder.ts';

/** JSON of the trained judge of each language that has one. */
export type TrainedFiles = Readonly<Partial<Record<JudgedLanguage, string>>>;

/** What rules are made of, as plain values: equal ones make rules that judge alike, in whatever thread or process. */
export interface RuleFiles {
  readonly dictionary: readonly DictionaryFile[];
  readonly classifier: TrainedFiles | null; // null when switched off
  readonly timeZone: string;
}

/** @param site the rules of the site, which lie over those of the folder */
export async function readRuleFiles(config: Config, site: readonly DictionaryFile[] = []): Promise<RuleFiles> {
  return {
    dictionary: [...(await readFolderInUse(config)), ...site],
    classifier: config.settings.classifier ? await trainedFiles(dictionaryFolder(config)) : null,
    timeZone: config.company.timeZone,
  };
}

/** Null where the folder has none. */
async function trainedFiles(folder: string): Promise<TrainedFiles | null> {
  const there = JUDGED_LANGUAGES.map((language) => ({ language, path: join(folder, trainedFile(language)) })).filter(
    ({ path }) => existsSync(path),
  );
  const read = there.map(async ({ language, path }) => [language, await readFile(path, 'utf8')] as const);
  return there.length === 0 ? null : Object.fromEntries(await Promise.all(read));
}

const trainedFile = (language: JudgedLanguage): string =>
  language === 'ja' ? 'classifier.json' : `classifier.${language}.json`;
