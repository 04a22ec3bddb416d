import type { JobQueue } from '../../jobs/index.ts';
import { type Db, mailsWithoutVerdict } from '../../store/index.ts';

/**
 * How many mails have a job at a time, those of each source in turn. The queue itself is first come, first served: a
 * mail waits behind this many at most, however many another source has brought.
 */
export const WINDOW = 200;

/** Turns mail rows without verdict into jobs. Jobs that are there already stay as they are. */
export interface Spool {
  /** Adds jobs for the mails whose turn it is: called after each commit of intake, and while jobs end. */
  fill(): Promise<void>;
  /** The same without trust in what was added before: an emptied queue or a crash before the add costs time, no mail. */
  sweep(): Promise<void>;
}

export function createSpool(db: Db, queue: JobQueue): Spool {
  let added: ReadonlySet<string> = new Set(); // what this process has added of the present window
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function addWindow(): Promise<void> {
    const ids = await mailsWithoutVerdict(db, { limit: WINDOW });
    const fresh = ids.filter((id) => !added.has(id));
    if (fresh.length > 0)
      await queue.addMany(
        'screen',
        fresh.map((mailId) => ({ key: `mail-${mailId}`, payload: { mailId } })),
      );
    added = new Set(ids);
  }

  /** One at a time; who asks while one runs shares the next. */
  function fill(): Promise<void> {
    next ??= running.then(() => {
      next = null;
      return addWindow();
    });
    running = next.catch(() => {});
    return next;
  }

  return {
    fill,
    sweep() {
      added = new Set();
      return fill();
    },
  };
}
