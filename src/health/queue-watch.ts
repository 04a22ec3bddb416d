import type { JobQueue, QueueTrouble } from '../jobs/index.ts';
import type { Logger } from '../util/log.ts';

/** What is wrong with the queue, and since when. */
export interface QueueState {
  readonly trouble: QueueTrouble;
  readonly since: Date;
}

/** Disposing ends it. */
export interface QueueWatch extends Disposable {
  /** As the last look found it, without waiting for one; null: well. */
  state(): QueueState | null;
}

const LOOK_EVERY_MS = 5_000;

/** Looks at the queue again and again, so that no page waits for a server that does not answer. The log is told of a change alone. */
export function watchQueue(queue: Pick<JobQueue, 'trouble'>, log: Logger, everyMs = LOOK_EVERY_MS): QueueWatch {
  let found: QueueState | null = null;
  let looking = false;

  async function look(): Promise<void> {
    // Twice, for an answer may have been late because this process was busy.
    const trouble = (await queue.trouble()) && (await queue.trouble());
    if (trouble === (found?.trouble ?? null)) return;
    found = trouble && { trouble, since: new Date() };
    if (trouble === null) log.info('the queue takes jobs again');
    else log.warn({ trouble }, 'the queue takes no jobs; mails wait for their verdict until it does');
  }
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, everyMs);
  timer.unref();
  return { state: () => found, [Symbol.dispose]: () => clearInterval(timer) };
}
