import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly deadlineMs?: number | undefined;
  readonly heapMb?: number;
  readonly growthMb?: number; // of the whole process meanwhile: what lies outside the thread's heap has no limit of its own
}

const WATCH_MEMORY_MS = 50;
const MB = 1024 * 1024;

/** Has a thread look at a mail, so that whoever asks goes on meanwhile. Null when it failed, took too long or too much memory. */
export async function inThread<T>(
  thread: string,
  workerData: object,
  { deadlineMs = 30_000, heapMb = 256, growthMb }: ThreadLimits = {},
): Promise<T | null> {
  const worker = new Worker(thread, { workerData, resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  const before = process.memoryUsage.rss();
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<T | null>((found, fail) => {
      timers.push(setTimeout(() => found(null), deadlineMs).unref());
      if (growthMb !== undefined)
        timers.push(
          setInterval(() => {
            if (process.memoryUsage.rss() - before > growthMb * MB) found(null);
          }, WATCH_MEMORY_MS).unref(),
        );
      worker.once('message', found);
      worker.once('error', fail);
      worker.once('exit', () => found(null));
    });
  } catch {
    return null;
  } finally {
    for (const timer of timers) clearInterval(timer);
    await worker.terminate();
  }
}
