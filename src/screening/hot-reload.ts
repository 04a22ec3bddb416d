import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { DictionaryError } from '../detect/index.ts';
import type { Logger } from '../util/log.ts';
import { type PackedRules, type ReadRules, rulesOver } from './packed-rules.ts';
import { type Print, printOf, type RuleFiles, readRuleFiles, rulePrinter } from './rule-files.ts';
import { type CompileRules, compiledRules } from './rules.ts';

/** The rules in force. A valid change of the dictionary folder takes over; a broken one keeps the version before. */
export interface LiveRules extends AsyncDisposable {
  current(): ReadRules;
  /** The same for processes and threads that judge by it. */
  packed(): PackedRules;
  /** What is wrong with the newest files on disk; null when they are the ones in force. */
  problem(): string | null;
}

const LOOK_EVERY_MS = 2_000;

/**
 * Reads the files every two seconds, half a megabyte that the system has in memory, and takes over what two readings in a row
 * agree on. `fs.watch` would be quicker and is not to be had: on Linux it loses a file that an editor or git replaces.
 *
 * @throws DictionaryError when the first version is broken already: there is nothing to keep running.
 */
export async function watchRules(
  config: Config,
  log: Logger,
  { compile, lookEveryMs = LOOK_EVERY_MS }: { compile?: CompileRules; lookEveryMs?: number } = {},
): Promise<LiveRules> {
  const compiled = (of: RuleFiles) => compiledRules(of, config.dataPath, compile);
  const look = rulePrinter(config);
  const first = await readRuleFiles(config);
  let inForce = printOf(first); // not the files: the classifier's text alone is 5 MB
  let packed = await compiled(first);
  let rules = rulesOver(packed);
  let problem: string | null = null;
  const stop = new AbortController();

  async function takeOver(files: RuleFiles, print: Print): Promise<void> {
    if (print !== inForce) {
      packed = await compiled(files);
      rules = rulesOver(packed);
      inForce = print;
      log.info({ dictionary: rules.dictionary.version }, 'dictionary changed');
    }
    problem = null;
  }

  /** @param judged what was last taken over or refused */
  async function watch(judged: Seen, before: Seen): Promise<void> {
    while (!stop.signal.aborted) {
      await pause(lookEveryMs, undefined, { signal: stop.signal }).catch(() => {});
      const now = await look().catch(() => null);
      const settled = now === before;
      before = now;
      if (!settled || now === judged || stop.signal.aborted) continue;
      const files = now === null ? null : await readRuleFiles(config).catch(() => null);
      if (files === null ? now !== null : printOf(files) !== now) continue; // written meanwhile: looked at once more
      judged = now;
      try {
        if (files === null) throw new Error('unreadable');
        await takeOver(files, now!);
      } catch (error) {
        problem = error instanceof DictionaryError ? error.message : 'dictionary folder cannot be read';
        log.error({ problem }, 'dictionary is broken; the version before stays in force');
      }
    }
  }
  const watching = watch(inForce, inForce);
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

type Seen = Print | null; // null: a file or the folder was gone
