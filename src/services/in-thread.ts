import { Worker } from 'node:worker_threads';

const DEADLINE_MS = 30_000;
const HEAP_MB = 256;

/** Has a thread look at a mail, so that pages go on meanwhile. Null when it failed, took too long or too much memory. */
export async function inThread<T>(thread: string, workerData: object, deadlineMs = DEADLINE_MS): Promise<T | null> {
  const worker = new Worker(thread, { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  try {
    return await new Promise<T | null>((found, fail) => {
      setTimeout(() => found(null), deadlineMs).unref();
      worker.once('message', found);
      worker.once('error', fail);
      worker.once('exit', () => found(null));
    });
  } catch {
    return null;
  } finally {
    await worker.terminate();
  }
}
