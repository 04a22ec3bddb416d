import { Worker } from 'node:worker_threads';
import type { FrontDeps } from '../fronts/shared/index.ts';
import { oneAtATime } from '../util/one-at-a-time.ts';
import { shipped } from '../util/paths.ts';

const DEADLINE_MS = 30_000;
const HEAP_MB = 256;

/** Takes attachments out of mails in a thread, one after another: pages go on meanwhile, and no mail holds them up for long. */
export function openAttachments({
  thread = shipped('dist/services/attachment-thread.js'),
  deadlineMs = DEADLINE_MS,
} = {}): FrontDeps['attachment'] {
  const inTurn = oneAtATime<null>();
  return (mail, index) => inTurn(null, () => takeOut(mail, index, thread, deadlineMs));
}

async function takeOut(
  mail: Uint8Array,
  index: number,
  thread: string,
  deadlineMs: number,
): Promise<Uint8Array | null> {
  const worker = new Worker(thread, {
    workerData: { mail, index },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  try {
    return await new Promise<Uint8Array | null>((found, fail) => {
      setTimeout(() => found(null), deadlineMs).unref();
      worker.once('message', found);
      worker.once('error', fail);
      worker.once('exit', () => found(null));
    });
  } catch {
    return null; // what cannot be taken out is in the original, which can be saved as it is
  } finally {
    await worker.terminate();
  }
}
