import { parentPort, workerData } from 'node:worker_threads';
import { documentText } from './document-text.ts';

// Runs as a worker thread for one document, and ends: whoever waits may end it at any time.

const { bytes, most } = workerData as { readonly bytes: Uint8Array; readonly most: number };
parentPort!.postMessage(await documentText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), most));
