import { createCounterpartyOf } from '../cases/index.ts';
import type { Config, Keys } from '../config/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import type { AssessMail } from '../screening/index.ts';
import { type BatchSpool, createBatchJob, createInHand, createTurns } from '../screening/job/index.ts';
import { type Db, type Lane, sourceOfPart } from '../store/index.ts';
import { dayOf } from '../util/day.ts';
import { type Logger, logFor } from '../util/log.ts';

export interface ScreenDeps {
  readonly config: Config;
  readonly db: Db;
  readonly queue: JobQueue;
  readonly keys: Pick<Keys, 'hash'>;
  readonly spool: BatchSpool;
  readonly screen: AssessMail;
  readonly screenSlow: AssessMail; // the same, where it keeps none of the others waiting
  readonly log: Logger;
}

const WAITS_AT_THE_THREADS = 1; // mails, so that a thread has its next one at once
const BATCHES_AT_ONCE = 2; // one is judged while the other is read or written
/** Large mails, and those of which an attempt failed: a mail with a photo passes beside one that takes minutes. */
export const SLOW_AT_ONCE = 2;

/** Works on the jobs of all lanes, and sweeps. Disposing waits for the jobs in hand. */
export async function startScreening(deps: ScreenDeps): Promise<AsyncDisposable> {
  const { config, queue, spool } = deps;
  const counterpartyOf = createCounterpartyOf(config.settings.freeMailDomains);
  const now = () => new Date();
  // The mails of the demonstration are weeks old: counts and times are those of a service that ran all the while.
  const judgedAt = config.sample ? ({ receivedAt }: { readonly receivedAt: Date }) => receivedAt : now;
  const { spotChecks } = config;
  const job = {
    ...deps,
    inHand: createInHand(),
    counterpartyOf,
    spotChecks,
    rowDay: rowDayIn(config),
    now,
    judgedAt,
    log: logFor(deps.log, 'screen'),
  };
  const refill = createRefill(spool);
  const { screenConcurrency } = config.settings;
  const turns = createTurns(screenConcurrency + WAITS_AT_THE_THREADS);
  const work = (lane: Lane, concurrency: number) => {
    const screen = lane === 'slow' ? deps.screenSlow : turns(lane, deps.screen);
    const batchJob = createBatchJob({ ...job, screen });
    return queue.work(lane, (payload, attempt) => batchJob(payload, attempt).finally(refill.soon), { concurrency });
  };
  const lanes = [
    await work('screen', screenConcurrency * 2), // while verdicts are written others are judged
    await work('backlog', BATCHES_AT_ONCE),
    await work('slow', SLOW_AT_ONCE),
  ];
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
      await Promise.all(lanes.map((lane) => lane[Symbol.asyncDispose]()));
      await refill.stop();
    },
  };
}

const rowDayIn =
  (config: Config) =>
  (name: string, at: Date): string | null => {
    const source = config.sources.find((one) => one.name === sourceOfPart(name));
    return source !== undefined && 'unopened' in source && source.unopened === 'case'
      ? null
      : dayOf(at, config.company.timeZone);
  };

const REFILL_AFTER_MS = 200; // so the window is filled 5 times a second at most, and mails judged at 5 windows a second

/** As jobs end, the next mails get theirs. What goes wrong here the sweep makes good. */
function createRefill(spool: BatchSpool) {
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
