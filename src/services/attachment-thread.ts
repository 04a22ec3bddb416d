import { parentPort, workerData } from 'node:worker_threads';
import { attachmentBytes } from '../mail/index.ts';

// Runs as a worker thread for one attachment, and ends.

const { mail, index } = workerData as { readonly mail: Uint8Array; readonly index: number };
parentPort!.postMessage(await attachmentBytes(mail, index));
