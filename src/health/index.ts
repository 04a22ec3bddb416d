export * from './alarms.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { type QueueState, type QueueWatch, watchQueue } from './queue-watch.ts';
export { watchAlarms } from './watch.ts';
