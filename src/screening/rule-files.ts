import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { DictionaryFile } from '../detect/index.ts';
import { dictionaryFolder, readAllDictionaryFiles } from './dictionary-folder.ts';

/** More than file systems take for the time of a write (FAT: two seconds). */
const A_TICK_MS = 3_000;

/** What rules are made of, as plain values: equal ones make rules that judge alike, in whatever thread or process. */
export interface RuleFiles {
  readonly dictionary: readonly DictionaryFile[];
  readonly classifier: string | null; // JSON of the trained classifier; null when switched off or not there
  readonly timeZone: string;
}

export const readRuleFiles = (config: Config): Promise<RuleFiles> => ruleFilesReader(config)();

/**
 * `readRuleFiles` for whoever reads every few seconds: the classifier, larger than all else together, is read anew only when its file
 * is another one or was written.
 */
export function ruleFilesReader(config: Config): () => Promise<RuleFiles> {
  let known: { readonly stamp: string | null; readonly text: string } | null = null;
  async function classifier(): Promise<string | null> {
    const path = join(dictionaryFolder(config), 'classifier.json');
    if (!config.settings.classifier || !existsSync(path)) return null;
    const stamp = await stampOf(path);
    if (stamp === null || known?.stamp !== stamp) known = { stamp, text: await readFile(path, 'utf8') };
    return known.text;
  }
  return async () => ({
    dictionary: await readAllDictionaryFiles(config),
    classifier: await classifier(),
    timeZone: config.company.timeZone,
  });
}

/** What any write to a file changes; null while it may be written twice in one tick of the file system's clock. */
async function stampOf(path: string): Promise<string | null> {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
  return Date.now() - Number(ctimeMs) < A_TICK_MS ? null : [dev, ino, size, mtimeNs, ctimeNs].join();
}
