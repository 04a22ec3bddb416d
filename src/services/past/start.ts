import type { Config, Keys } from '../../config/index.ts';
import type { SignIns } from '../../intake/index.ts';
import type { JobQueue } from '../../jobs/index.ts';
import { runningPastRuns, type Store } from '../../store/index.ts';
import { type Logger, logFor } from '../../util/log.ts';
import { lookAgain } from '../look-again.ts';
import { createPastJob } from './job.ts';

export interface PastDeps {
  readonly config: Config;
  readonly signIns: SignIns;
  readonly store: Store;
  readonly queue: JobQueue;
  readonly keys: Pick<Keys, 'hash'>;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 2_000;

/**
 * Works at trials, one at a time. What is to be done stands in the store: a lost job costs seconds. Disposing ends the
 * one in hand after the mails that are being judged; it goes on at the next start.
 */
export async function startPast(deps: PastDeps): Promise<AsyncDisposable> {
  const { config, signIns, store, queue, keys } = deps;
  const log = logFor(deps.log, 'screen');
  const { db } = store;
  const stop = new AbortController();
  const job = createPastJob({
    config,
    db,
    keys,
    signIns,
    stop: stop.signal,
    now: () => new Date(),
    log,
  });
  const working = await queue.work('past', job, { concurrency: 1 });
  const look = async () => {
    const due = await runningPastRuns(db);
    if (due.length > 0)
      await queue.addMany(
        'past',
        due.map((run) => ({ key: `past-${run}`, payload: { run } })),
      );
  };
  const looking = lookAgain(look, {
    everyMs: LOOK_EVERY_MS,
    onFailure: (error) => log.warn({ error: error.name }, 'trials cannot be looked up; it will be tried again'),
  });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await looking[Symbol.asyncDispose]();
      await working[Symbol.asyncDispose]();
    },
  };
}
