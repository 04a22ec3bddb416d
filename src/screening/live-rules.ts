import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { DictionaryError, type DictionaryFile } from '../detect/index.ts';
import type { Logger } from '../util/log.ts';
import { type PackedRules, type ReadRules, rulesOver } from './packed-rules.ts';
import { readRuleFiles } from './rule-files.ts';
import { type CompileRules, compiledRules, usableRules } from './rules.ts';

/** The rules in force. A valid change of the site's rules takes over; a broken one keeps the version before. */
export interface LiveRules extends AsyncDisposable {
  current(): ReadRules;
  /** The same for processes and threads that judge by it. */
  packed(): PackedRules;
  /** What is wrong with the newest rules of the site; null when they are the ones in force. */
  problem(): string | null;
}

/** Where the rules of the site lie. */
export interface SiteFiles {
  /** Another one as soon as a rule is another. */
  stamp(): Promise<string>;
  read(): Promise<DictionaryFile[]>;
}

const LOOK_EVERY_MS = 2_000;

/**
 * Compiles the dictionary folder with the rules of the site over it, and again whenever these are others; the folder is read with them.
 *
 * @throws DictionaryError when the folder is broken: there is nothing to keep running.
 */
export async function watchRules(
  config: Config,
  site: SiteFiles,
  log: Logger,
  { compile, lookEveryMs = LOOK_EVERY_MS }: { compile?: CompileRules; lookEveryMs?: number } = {},
): Promise<LiveRules> {
  const tellBroken = () => log.error({ problem }, 'rules of the site are broken');
  let seen = await site.stamp(); // before they are read: what comes in between is read once more
  let { packed, problem } = await usableRules(await readRuleFiles(config, await site.read()), config.dataPath, compile);
  let rules = rulesOver(packed);
  if (problem !== null) tellBroken();
  const stop = new AbortController();

  async function takeOver(): Promise<void> {
    try {
      packed = await compiledRules(await readRuleFiles(config, await site.read()), config.dataPath, compile);
      rules = rulesOver(packed);
      problem = null;
      log.info({ dictionary: rules.dictionary.version }, 'dictionary changed');
    } catch (error) {
      if (!(error instanceof DictionaryError)) throw error;
      problem = error.message;
      tellBroken();
    }
  }

  async function watch(): Promise<void> {
    while (!stop.signal.aborted) {
      await pause(lookEveryMs, undefined, { signal: stop.signal }).catch(() => {});
      const now = stop.signal.aborted ? seen : await site.stamp().catch(() => seen); // a store that is away is told elsewhere
      if (now === seen) continue;
      await takeOver().then(
        () => {
          seen = now;
        },
        (error: Error) => log.error({ error: error.name }, 'a change of the dictionaries could not be taken over'),
      );
    }
  }
  const watching = watch();
  return {
    current: () => rules,
    packed: () => packed,
    problem: () => problem,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await watching;
    },
  };
}
