export { createBatchJob } from './batch-job.ts';
export { createInHand } from './in-hand.ts';
export { createScreenJob, hashesOf, historyQuestion, type VerdictDeps, verdictOf } from './screen-job.ts';
export { type BatchSpool, createSpool, type Spool } from './spool.ts';
export { createTurns } from './turns.ts';
