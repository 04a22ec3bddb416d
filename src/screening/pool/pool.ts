import type { Logger } from '../../util/log.ts';
import { shipped } from '../../util/paths.ts';
import { AbortedAttemptError } from '../aborted-attempt.ts';
import type { PackedRules } from '../packed-rules.ts';
import type { AssessedMail, AssessMail, HistoryOf, Mail } from '../pipeline.ts';
import { openWorkerProcess, type WorkerProcess } from './open-worker-process.ts';

const DEADLINE_MS = 60_000; // the most that a mail may hold was seen to take 18 s of one processor
const HEAP_MB = 512;
const IDLE_MS = 60_000; // starting a thread takes a fraction of a second
const DICTIONARY_MB = 512; // and what else a process needs before it has read a mail

export interface PoolOptions {
  readonly threads: number; // attempts that run at the same time; more wait
  readonly rules: () => PackedRules; // in force now
  readonly log: Logger;
  readonly thread?: string;
  readonly deadlineMs?: number;
  readonly heapMb?: number;
  readonly idleMs?: number;
  readonly asNeeded?: boolean; // no process runs while there is nothing to judge
}

/** Disposing expects that no attempt is under way. */
export interface Screening extends AsyncDisposable {
  /**
   * `screen`, where whatever goes wrong ends this attempt alone.
   *
   * @throws AbortedAttemptError when it took too long or too much memory, or crashed; UnreadableMailError
   */
  readonly screen: AssessMail;
}

/**
 * Screening away from the process that keeps mails and cases. An attempt has a thread of its own, which can be ended at
 * any time; the threads live in a second process, since V8 aborts the process when a single object is too big for a
 * thread's limit. When that process dies nobody knows whose mail it was: each mail that was in it is tried once more, by
 * itself in a process of its own, and only the one that kills that process as well has failed.
 *
 * @example
 * await using pool = openPool({ threads: 2, rules: () => packed, log });
 * const { assessment } = await pool.screen(mail, noHistory);
 */
export function openPool({
  threads,
  rules,
  log,
  thread = shipped('dist/screening/pool/thread.js'),
  deadlineMs = DEADLINE_MS,
  heapMb = HEAP_MB,
  idleMs = IDLE_MS,
  asNeeded = false,
}: PoolOptions): Screening {
  const open = (size: number) =>
    openWorkerProcess({
      thread,
      threads: size,
      heapMb,
      processMb: DICTIONARY_MB + size * heapMb,
      idleMs,
      deadlineMs,
    });
  let shared: WorkerProcess | null = null;
  let inHand = 0; // attempts
  let closing: NodeJS.Timeout | undefined;
  let suspects: Promise<unknown> = Promise.resolve();

  function running(): WorkerProcess {
    if (shared === null || shared.isDead()) shared = open(threads);
    return shared;
  }
  if (!asNeeded) running().prepare(rules());

  /** What a process takes at rest, for a few mails a day, somebody else could use. */
  function closeWhenIdle(): void {
    if (!asNeeded || inHand > 0) return;
    closing = setTimeout(() => {
      void shared?.[Symbol.asyncDispose]();
      shared = null;
    }, idleMs).unref();
  }

  async function screenAlone(mail: Mail, historyOf: HistoryOf): Promise<AssessedMail> {
    await using alone = open(1);
    return await alone.screen(mail, rules(), historyOf);
  }

  return {
    async screen(mail, historyOf) {
      inHand += 1;
      clearTimeout(closing);
      try {
        return await running().screen(mail, rules(), historyOf);
      } catch (error) {
        if (!(error instanceof AbortedAttemptError && error.withOthers)) throw error;
        log.warn({ code: error.code }, 'the screening process died; its mails are tried again one by one');
        const turn = suspects.then(() => screenAlone(mail, historyOf));
        suspects = turn.catch(() => {});
        return await turn;
      } finally {
        inHand -= 1;
        closeWhenIdle();
      }
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(closing);
      await shared?.[Symbol.asyncDispose]();
    },
  };
}
