import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { DictionaryFile } from '../detect/index.ts';
import { dictionaryFolder, readFolderInUse } from './dictionary-folder.ts';

/** What rules are made of, as plain values: equal ones make rules that judge alike, in whatever thread or process. */
export interface RuleFiles {
  readonly dictionary: readonly DictionaryFile[];
  readonly classifier: string | null; // JSON of the trained classifier; null when switched off or not there
  readonly timeZone: string;
}

/** @param site the rules of the site, which lie over those of the folder */
export async function readRuleFiles(config: Config, site: readonly DictionaryFile[] = []): Promise<RuleFiles> {
  const path = classifierFile(config);
  return {
    dictionary: [...(await readFolderInUse(config)), ...site],
    classifier: path === null ? null : await readFile(path, 'utf8'),
    timeZone: config.company.timeZone,
  };
}

function classifierFile(config: Config): string | null {
  const path = join(dictionaryFolder(config), 'classifier.json');
  return config.settings.classifier && existsSync(path) ? path : null;
}
