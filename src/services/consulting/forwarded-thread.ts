import { parentPort, workerData } from 'node:worker_threads';
import { readForwarded } from '../../cases/index.ts';
import { matchesPatterns } from '../../util/address-patterns.ts';

// Runs as a worker thread for one mail, and ends.

const { mail, receivedAt, company } = workerData as {
  readonly mail: Uint8Array;
  readonly receivedAt: Date;
  readonly company: readonly string[];
};
parentPort!.postMessage(await readForwarded(mail, receivedAt, matchesPatterns(company)));
