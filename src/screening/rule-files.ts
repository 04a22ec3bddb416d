import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { DictionaryFile } from '../detect/index.ts';
import type { Brand } from '../util/brand.ts';
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
  return {
    dictionary: await readAllDictionaryFiles(config),
    classifier: path === null ? null : await readFile(path, 'utf8'),
    timeZone: config.company.timeZone,
  };
}

/** Tells one state of the rule files from every other, and holds none of their text. */
export type Print = Brand<string, 'Print'>;

export function printOf({ dictionary, classifier, timeZone }: RuleFiles): Print {
  return print(dictionary, classifier === null ? null : hashOf(classifier), timeZone);
}

/**
 * `printOf` what is on disk, for whoever asks every few seconds: the classifier, larger than all else together, is read anew only when its
 * file is another one or was written.
 */
export function rulePrinter(config: Config): () => Promise<Print> {
  let known: { readonly stamp: string | null; readonly hash: string } | null = null;
  async function classifier(): Promise<string | null> {
    const path = classifierFile(config);
    if (path === null) return null;
    const stamp = await stampOf(path);
    if (stamp === null || known?.stamp !== stamp) known = { stamp, hash: hashOf(await readFile(path, 'utf8')) };
    return known.hash;
  }
  return async () => print(await readAllDictionaryFiles(config), await classifier(), config.company.timeZone);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function print(dictionary: readonly DictionaryFile[], classifier: string | null, timeZone: string): Print {
  return hashOf(
    JSON.stringify([dictionary.map(({ path, text }) => [path, hashOf(text)]), classifier, timeZone]),
  ) as Print;
}

function classifierFile(config: Config): string | null {
  const path = join(dictionaryFolder(config), 'classifier.json');
  return config.settings.classifier && existsSync(path) ? path : null;
}

/** What any write to a file changes; null while it may be written twice in one tick of the file system's clock. */
async function stampOf(path: string): Promise<string | null> {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
  return Date.now() - Number(ctimeMs) < A_TICK_MS ? null : [dev, ino, size, mtimeNs, ctimeNs].join();
}
