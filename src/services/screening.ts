import { createCounterpartyOf } from '../cases/index.ts';
import type { Config, Keys } from '../config/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type { AssessMail } from '../screening/index.ts';
import { createScreenJob, type Spool } from '../screening/job/index.ts';
import type { Db } from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';

export interface ScreenDeps {
  readonly config: Config;
  readonly db: Db;
  readonly queue: JobQueue;
  readonly keys: Keys;
  readonly spool: Spool;
  readonly screen: AssessMail;
  readonly log: Logger;
}

/** Works on the jobs `screen`, and sweeps. Disposing waits for the jobs in hand. */
export async function startScreening(deps: ScreenDeps): Promise<AsyncDisposable> {
  const { config, queue, spool } = deps;
  const counterpartyOf = createCounterpartyOf(config.settings.freeMailDomains);
  const now = () => new Date();
  // The mails of the demonstration are weeks old: counts and times are those of a service that ran all the while.
  const judgedAt = config.sample ? ({ receivedAt }: { readonly receivedAt: Date }) => receivedAt : now;
  const job = { ...deps, counterpartyOf, now, judgedAt, log: logFor(deps.log, 'screen') };
  const refill = createRefill(spool);
  const screenJob = createScreenJob(job);
  const screening = await queue.work('screen', (payload, attempt) => screenJob(payload, attempt).finally(refill.soon), {
    concurrency: config.settings.screenConcurrency,
  });
  const sweep = () =>
    spool.sweep().catch((error: Error) => job.log.warn({ error: error.name }, 'sweep failed; it will run again'));
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, config.settings.sweepSeconds * 1000);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await sweeping;
      await screening[Symbol.asyncDispose]();
      await refill.stop();
    },
  };
}

const REFILL_AFTER_MS = 200; // so the window is filled 5 times a second at most, and mails judged at 5 windows a second

/** As jobs end, the next mails get theirs. What goes wrong here the sweep makes good. */
function createRefill(spool: Spool) {
  let timer: NodeJS.Timeout | null = null;
  let filling = Promise.resolve();
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = null;
        filling = spool.fill().catch(() => {});
      }, REFILL_AFTER_MS);
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      await filling;
    },
  };
}
