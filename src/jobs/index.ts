export type { QueueOptions } from './bullmq.ts';
export { openQueue, type QueueBackend } from './open.ts';
export * from './queue.ts';
