import type { JobQueue } from './jobs/index.ts';
import { type Db, mailsWithoutVerdict } from './store/index.ts';

const PAGE = 500;

/** Turns mail rows without verdict into jobs. Jobs that are there already stay as they are. */
export interface Spool {
  /** Adds jobs for rows newer than those this process has added: called after each commit of intake. */
  enqueueNew(): Promise<void>;
  /** Adds jobs for all rows without verdict: an emptied queue or a crash between commit and add costs time, no mail. */
  sweep(): Promise<void>;
}

export function createSpool(db: Db, queue: JobQueue): Spool {
  let newest: string | null = null;
  async function enqueueAfter(start: string | null): Promise<void> {
    for (let afterId = start; ; ) {
      const ids = await mailsWithoutVerdict(db, { limit: PAGE, afterId });
      const last = ids.at(-1);
      if (last === undefined) return;
      await queue.addMany(
        'screen',
        ids.map((mailId) => ({ key: `mail-${mailId}`, payload: { mailId } })),
      );
      afterId = last;
      if (newest === null || BigInt(last) > BigInt(newest)) newest = last;
    }
  }
  return { enqueueNew: () => enqueueAfter(newest), sweep: () => enqueueAfter(null) };
}
