export * from './alarms.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { watchAlarms } from './watch.ts';
