import { setTimeout as pause } from 'node:timers/promises';
import {
  type BackendClasses,
  type IQueueBackend,
  type Job,
  type JobsOptions,
  UnrecoverableError,
  type WorkerOptions,
} from 'bullmq';
import type { Logger } from '../util/log.ts';
import { seldom } from '../util/seldom.ts';
import type { Handler, JobCounts, JobName, JobQueue, Jobs, QueueTrouble } from './queue.ts';

export interface QueueOptions {
  readonly log: Logger;
  readonly attempts: number; // starts per job, those of killed workers included, before it is given up
}

/** BullMQ bound to one backend, with the connections it uses there. */
export interface Bull<B extends IQueueBackend, C> {
  readonly classes: BackendClasses<B, C>;
  readonly adding: C; // fails soon while the server is away
  readonly working: C; // waits for it, however long
  server(): Promise<string | null>; // null: the store's database
  /** Writes something of no meaning. */
  takesIn(): Promise<unknown>;
  close(): Promise<void>;
}

const SAID_EVERY_MS = 60_000; // in the log: a server that is away is missed several times a second
export const PREFIX = 'komainu'; // of the keys in Redis; PostgreSQL has its own schema

/**
 * A worker renews its jobs' locks every 2 s. After kill -9 they lapse within 8 s, and a check every 2 s hands the jobs to
 * another worker. A handler may block the event loop for 6 s; beyond that its job may run a second time.
 */
const TIMES = {
  lockDuration: 8_000,
  lockRenewTime: 2_000,
  stalledInterval: 2_000,
  runRetryDelay: 1_000, // after an error of the server; BullMQ's own 15 s is longer than our locks last
} satisfies Partial<WorkerOptions>;

/**
 * What closing a worker may take once its jobs have ended. While the server is away BullMQ waits for the end of a connection that
 * there is no longer: for ever. What the server does not learn, another worker finds, as after a kill.
 */
const CLOSES_WITHIN_MS = 3_000;

/** Finished jobs leave the queue, the failed ones too: what failed is written in our own table. */
const jobOptions = (attempts: number): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
});

/** Our queue over BullMQ, the same for every backend. */
export async function bullQueue<B extends IQueueBackend, C>(
  bull: Bull<B, C>,
  { log, attempts }: QueueOptions,
): Promise<JobQueue> {
  // Without a listener an 'error' event would end the process. BullMQ goes on by itself when the server is back.
  const lost = seldom(SAID_EVERY_MS);
  const heard = (error: Error) =>
    lost((unsaid) => log.warn({ code: codeOf(error), unsaid }, 'the queue has lost its server for a moment'));
  const open = async (name: JobName) => {
    const options = { connection: bull.adding, prefix: PREFIX, defaultJobOptions: jobOptions(attempts) };
    const queue = new bull.classes.Queue(name, options);
    queue.on('error', heard);
    await queue.waitUntilReady();
    return queue;
  };
  const queues = {
    screen: await open('screen'),
    backlog: await open('backlog'),
    slow: await open('slow'),
    mark: await open('mark'),
    past: await open('past'),
  };

  async function counts(name: JobName): Promise<JobCounts> {
    const found = await queues[name].getJobCounts('waiting', 'active', 'delayed');
    return { waiting: found.waiting ?? 0, active: found.active ?? 0, failed: found.delayed ?? 0 };
  }

  return {
    async addMany(name, jobs) {
      const left = (tried: number) => ({ attempts: Math.max(1, attempts - tried) });
      await queues[name].addBulk(
        jobs.map(({ key, payload, tried = 0 }) => ({ name, data: payload, opts: { jobId: key, ...left(tried) } })),
      );
    },
    async work(name, handle, { concurrency }) {
      const inHand = new Set<Promise<void>>();
      const perform = processor(handle, attempts);
      const counted = (job: Job<Jobs[typeof name]>) => {
        const done = perform(job).finally(() => inHand.delete(done));
        inHand.add(done);
        return done;
      };
      const worker = new bull.classes.Worker<Jobs[typeof name]>(name, counted, {
        ...TIMES,
        connection: bull.working,
        prefix: PREFIX,
        concurrency,
        maxStalledCount: attempts,
      });
      worker.on('error', heard);
      worker.on('failed', (job, error) => log.warn({ job: job?.id, code: error.message }, 'job failed'));
      worker.on('stalled', (job) => log.warn({ job }, 'job goes on after its worker was lost'));
      await worker.waitUntilReady();
      return {
        async [Symbol.asyncDispose]() {
          const closing = worker.close();
          await Promise.allSettled(inHand);
          const patience = new AbortController();
          const { signal } = patience;
          await Promise.race([closing, pause(CLOSES_WITHIN_MS, undefined, { signal }).catch(() => {})]);
          patience.abort(); // a timer that is left would hold the process
        },
      };
    },
    async depth(name) {
      const { waiting, active, failed } = await counts(name);
      return waiting + active + failed;
    },
    counts,
    trouble: () => bull.takesIn().then(() => null, troubleOf),
    server: bull.server,
    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await bull.close();
    },
  };
}

/** Starts count as attempts, so that a mail that kills its worker each time comes to an end too. */
function processor<N extends JobName>(handle: Handler<N>, attempts: number) {
  return async (job: Job<Jobs[N]>): Promise<void> => {
    const number = job.attemptsStarted + attempts - (job.opts.attempts ?? attempts);
    const last = number >= attempts;
    try {
      await handle(job.data, { number, last });
    } catch (error) {
      const code = codeOf(error); // the message may quote a mail, and the queue would keep it
      throw last ? new UnrecoverableError(code) : new Error(code);
    }
  };
}

/** What Redis says in words of its own begins with one for programs: OOM, MISCONF, READONLY. */
const replyOf = (error: Error): string | null =>
  error.name === 'ReplyError' ? (/^[A-Z]+\b/.exec(error.message)?.[0] ?? null) : null;

const STARTING = new Set(['LOADING', 'MASTERDOWN', 'CLUSTERDOWN']);

function troubleOf(error: Error): QueueTrouble {
  const reply = replyOf(error);
  return reply === null || STARTING.has(reply) ? 'away' : 'refuses';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const reply = replyOf(error);
  if (reply !== null) return reply;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
