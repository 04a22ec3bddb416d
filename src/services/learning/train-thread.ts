import { parentPort, workerData } from 'node:worker_threads';
import { groundIn } from '../../screening/index.ts';
import { learnSite, type TaughtMail } from '../../tuning/index.ts';

// Runs as a worker thread: learns from decisions once, and ends.

const { tables, mails, point } = workerData as {
  readonly tables: SharedArrayBuffer;
  readonly mails: readonly TaughtMail[];
  readonly point: number;
};
parentPort!.postMessage(learnSite(mails, groundIn({ tables })!, point));
