import { watch } from 'node:fs';
import type { Config } from '../config/index.ts';
import { DictionaryError } from '../detect/index.ts';
import { loadTokenizer } from '../text/index.ts';
import type { Logger } from '../util/log.ts';
import type { Rules } from './pipeline.ts';
import { compileRules, dictionaryFolder, type RuleFiles, readRuleFiles } from './rules.ts';

/** The rules in force. A valid change of the dictionary folder takes over; a broken one keeps the version before. */
export interface LiveRules extends Disposable {
  current(): Rules;
  /** What `current` is made of. */
  files(): RuleFiles;
  /** What is wrong with the newest files on disk; null when they are the ones in force. */
  problem(): string | null;
}

const SETTLE_MS = 300; // an editor writes a file in several steps

/** @throws DictionaryError when the first version is broken already: there is nothing to keep running. */
export async function watchRules(config: Config, log: Logger): Promise<LiveRules> {
  const tokenize = await loadTokenizer();
  let files = await readRuleFiles(config);
  let rules = compileRules(files, tokenize);
  let problem: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  async function reload(): Promise<void> {
    try {
      const nextFiles = await readRuleFiles(config);
      const next = compileRules(nextFiles, tokenize);
      if (next.dictionary.version !== rules.dictionary.version)
        log.info({ dictionary: next.dictionary.version }, 'dictionary changed');
      [files, rules] = [nextFiles, next];
      problem = null;
    } catch (error) {
      problem = error instanceof DictionaryError ? error.message : 'dictionary folder cannot be read';
      log.error({ problem }, 'dictionary is broken; the version before stays in force');
    }
  }
  const watcher = watch(dictionaryFolder(config), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLE_MS);
  });
  watcher.on('error', () => log.warn('dictionary folder can no longer be watched; restart after a change'));
  return {
    current: () => rules,
    files: () => files,
    problem: () => problem,
    [Symbol.dispose]() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
