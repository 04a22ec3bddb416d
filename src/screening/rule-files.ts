import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { DictionaryFile } from '../detect/index.ts';
import { dictionaryFolder, readAllDictionaryFiles } from './dictionary-folder.ts';

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
