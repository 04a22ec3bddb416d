import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Config } from '../config/index.ts';
import { monitorApp } from '../fronts/api/index.ts';
import { createMetrics } from '../health/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import { type Store, spoolDepth } from '../store/index.ts';

interface MonitorDeps {
  readonly config: Config;
  readonly store: Store;
  readonly queue: JobQueue;
}

const READY_WITHIN_MS = 5_000;

/** What machines ask: whether the service is ready, and its figures. */
export function monitorFor({ config, store: { db }, queue }: MonitorDeps): Hono {
  const answers = (asked: Promise<unknown>) =>
    Promise.race([asked.then(() => true), sleep(READY_WITHIN_MS, false, { ref: false })]).catch(() => false);
  const sources = config.sources.map(({ name }) => name);
  return monitorApp({
    ready: async () => ({ store: await answers(spoolDepth(db)), queue: await answers(queue.depth('screen')) }),
    metrics: createMetrics({ db, queue, sources, now: () => new Date() }),
    metricsFor: config.web.metrics,
  });
}
