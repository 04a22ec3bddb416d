/** Job names and what they carry. Ids only: no mail text ever enters a queue. */
export interface Jobs {
  screen: ScreenPayload; // mails that came as we watched
  backlog: ScreenPayload; // all others
  slow: ScreenPayload; // large ones, and those of which an attempt failed
  mark: { readonly mailId: string };
  past: { readonly run: string }; // a trial of a mailbox
}
/** One mail, or those that the store has under the key of a batch. */
export type ScreenPayload = { readonly mailId: string } | { readonly batch: string };
export const JOB_NAMES = ['screen', 'backlog', 'slow', 'mark', 'past'] as const satisfies readonly (keyof Jobs)[];
export type JobName = (typeof JOB_NAMES)[number];
/** In which mails wait for their verdict. */
export const LANES = ['screen', 'backlog', 'slow'] as const satisfies readonly JobName[];

/** Runs once or more often for the same payload; throwing makes the queue try again later. */
export type Handler<N extends JobName> = (
  payload: Jobs[N],
  attempt: { readonly number: number; readonly last: boolean },
) => Promise<void>;

/** The jobs of the backlog. */
export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number; // wait for another attempt
}

/** Why nothing can be added: its server does not answer in time, or takes nothing in (memory or disk full, read-only). */
export type QueueTrouble = 'away' | 'refuses';

export interface WorkOptions {
  readonly concurrency: number;
}

/** Work that runs later. Keys look like `mail-77`: no colon, not a bare number. */
export interface JobQueue {
  /**
   * Adding a key that is waiting, delayed or active does nothing; a finished key may be added again. Rejects while the
   * server is away or full. Never call it inside a store transaction: on PGlite it would wait for itself. `tried` attempts count as
   * made already.
   */
  addMany<N extends JobName>(
    name: N,
    jobs: readonly { readonly key: string; readonly payload: Jobs[N]; readonly tried?: number }[],
  ): Promise<void>;
  /** Starts a worker; disposing it waits for the jobs in hand. */
  work<N extends JobName>(name: N, handle: Handler<N>, options: WorkOptions): Promise<AsyncDisposable>;
  /** Jobs not finished, by name: the backlog. */
  depth(name: JobName): Promise<number>;
  counts(name: JobName): Promise<JobCounts>;
  /** Whether jobs can be added, tried by a write of no meaning. Null: they can. Rejects never; answers within seconds, as all looks do. */
  trouble(): Promise<QueueTrouble | null>;
  /** The server of the queue, as Redis 8.0.2; null when it lives in the store's database. Rejects while it is away. */
  server(): Promise<string | null>;
  close(): Promise<void>;
}

/** Jobs of mails that wait for their verdict. Rejects while the server is away. */
export async function screeningDepth(queue: Pick<JobQueue, 'depth'>): Promise<number> {
  const depths = await Promise.all(LANES.map((lane) => queue.depth(lane)));
  return depths.reduce((sum, depth) => sum + depth);
}

/** The queue's server cannot be reached or used. The message is one sentence for the operator and holds no secret. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
  readonly code = 'queue';
}
