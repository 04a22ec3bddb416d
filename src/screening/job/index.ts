export { createScreenJob, hashesOf } from './screen-job.ts';
export { createSpool, type Spool } from './spool.ts';
