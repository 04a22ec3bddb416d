import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { shipped } from '../util/paths.ts';

/**
 * Does tasks in threads, as many at a time as there are processors.
 *
 * @param script of the thread, below `dist/lab`; it answers each message with one.
 * @param onStart told as each task begins.
 * @returns the answers in the order of the tasks. Rejects with what a thread threw.
 */
export async function inThreads<Task, Result>(
  script: string,
  workerData: unknown,
  tasks: readonly Task[],
  onStart: (task: Task) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  async function work(): Promise<void> {
    const worker = new Worker(shipped(`dist/lab/${script}`), { workerData });
    try {
      while (next < tasks.length) {
        const place = next++;
        onStart(tasks[place]!);
        worker.postMessage(tasks[place]);
        [results[place]] = await once(worker, 'message');
      }
    } finally {
      await worker.terminate();
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work));
  return results;
}
