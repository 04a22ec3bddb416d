import type { MailId } from '../../cases/index.ts';
import { type JobQueue, LANES, type ScreenPayload } from '../../jobs/index.ts';
import { assignJobs, type Db, type ScreenJob, setApart, standingJobs, tryLast } from '../../store/index.ts';
import { assignMails, FLOOD, WINDOW } from './groups.ts';

/**
 * Turns mail rows without verdict into jobs. Which job carries a mail stands in the store before the queue is told of it, so
 * that no mail is in two jobs; the queue knows keys alone.
 */
export interface Spool {
  /** Adds jobs for the mails whose turn it is: called after each commit of intake, and while jobs end. */
  fill(): Promise<void>;
  /** The same without trust in what was added before: an emptied queue or a crash before the add costs time, no mail. */
  sweep(): Promise<void>;
}

/** The same for who works on batches. */
export interface BatchSpool extends Spool {
  /** Gives mails of a batch a job each, which counts attempts on from `tried`. */
  setApart(batch: string, which: { readonly mails: readonly MailId[]; readonly tried: number }): Promise<void>;
  /** Has a mail of which an attempt failed wait behind all others, in the slow lane; `tried` attempts are made. */
  tryLast(mail: MailId, tried: number): Promise<void>;
}

export function createSpool(db: Db, queue: JobQueue): BatchSpool {
  let doubt = false; // jobs may stand in the store of which the queue does not know
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function tell(jobs: readonly ScreenJob[]): Promise<void> {
    for (const lane of LANES) {
      const own = jobs.filter((job) => job.lane === lane);
      if (own.length > 0)
        await queue.addMany(
          lane,
          own.map(({ job, tried }) => ({ key: job, payload: payloadOf(job), tried })),
        );
    }
  }

  async function addJobs(): Promise<void> {
    const doubted = doubt;
    doubt = false;
    try {
      if (doubted) await tell(await standingJobs(db));
      await tell(await assignJobs(db, { limit: WINDOW.backlog, perSource: FLOOD + 1 }, assignMails));
    } catch (error) {
      doubt = true;
      throw error;
    }
  }

  /** One at a time; who asks while one runs shares the next. */
  function fill(): Promise<void> {
    next ??= running.then(() => {
      next = null;
      return addJobs();
    });
    running = next.catch(() => {});
    return next;
  }

  return {
    fill,
    sweep() {
      doubt = true;
      return fill();
    },
    setApart: async (batch, which) => tell(await setApart(db, batch, which)),
    tryLast: async (mail, tried) => tell(await tryLast(db, mail, tried)),
  };
}

/** mail-7 is the job of a mail, mail-7-1 that of its second attempt. */
function payloadOf(job: string): ScreenPayload {
  const [kind, id] = job.split('-');
  return kind === 'mail' ? { mailId: id! } : { batch: job };
}
