import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Config } from '../config/index.ts';
import { monitorApp } from '../fronts/api/index.ts';
import { createMetrics, type QueueWatch } from '../health/index.ts';
import type { JobQueue } from '../jobs/index.ts';
import { isNewerStore, type Store } from '../store/index.ts';

interface MonitorDeps {
  readonly config: Config;
  readonly store: Store;
  readonly queue: JobQueue;
  readonly queueWatch: Pick<QueueWatch, 'state'>;
}

const READY_WITHIN_MS = 5_000;

/** What machines ask: whether the service is ready, and its figures. */
export function monitorFor({ config, store: { db }, queue, queueWatch }: MonitorDeps): Hono {
  const unanswered = 'unreachable' as const;
  const lookAtStore = () =>
    Promise.race([
      isNewerStore(db).then((newer) => (newer ? ('newer' as const) : ('well' as const))),
      sleep(READY_WITHIN_MS, unanswered, { ref: false }),
    ]).catch(() => unanswered);
  const sources = () => config.sources.map(({ name }) => name);
  return monitorApp({
    ready: async () => ({ store: await lookAtStore(), queue: queueWatch.state()?.trouble ?? null }),
    metrics: createMetrics({ db, queue, sources, now: () => new Date() }),
    metricsFor: config.web.metrics,
  });
}
