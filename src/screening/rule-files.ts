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

export async function readRuleFiles(config: Config): Promise<RuleFiles> {
  const path = classifierFile(config);
  return { ...(await allButClassifier(config)), classifier: path === null ? null : await readFile(path, 'utf8') };
}

/**
 * `readRuleFiles` for whoever reads every few seconds: the classifier, larger than all else together, is read anew only when its file
 * is another one or was written.
 */
export function ruleFilesReader(config: Config): () => Promise<RuleFiles> {
  let known: { readonly stamp: string; readonly text: string } | null = null;
  return async () => {
    const path = classifierFile(config);
    const stamp = path === null ? null : await stampOf(path);
    if (stamp === null || known?.stamp !== stamp) {
      const files = await readRuleFiles(config);
      known = stamp === null || files.classifier === null ? null : { stamp, text: files.classifier };
      return files;
    }
    return { ...(await allButClassifier(config)), classifier: known.text };
  };
}

/** null when it is switched off or not there. */
function classifierFile(config: Config): string | null {
  const path = join(dictionaryFolder(config), 'classifier.json');
  return config.settings.classifier && existsSync(path) ? path : null;
}

const allButClassifier = async (config: Config): Promise<Omit<RuleFiles, 'classifier'>> => ({
  dictionary: await readAllDictionaryFiles(config),
  timeZone: config.company.timeZone,
});

/** What any write to a file changes; null while it may be written twice in one tick of the file system's clock. */
async function stampOf(path: string): Promise<string | null> {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
  return Date.now() - Number(ctimeMs) < A_TICK_MS ? null : [dev, ino, size, mtimeNs, ctimeNs].join();
}
