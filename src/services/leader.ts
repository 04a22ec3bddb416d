import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../store/index.ts';

interface Chore {
  readonly name: string; // no source has a name with a slash
  readonly everyMs: number;
  readonly work: (now: Date) => Promise<void>;
  /** It failed and will be tried again. */
  readonly onFailure: (error: Error) => void;
}

const AGAIN_MS = 5_000; // longer than others take to find the lease free

/** It has been said what could not be reached from here: another process may have a way out that this one lacks. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
  readonly code = 'out-of-reach';
}

/**
 * Does a chore again and again in one of the processes that offer to; another takes over when that one dies, or fails.
 *
 * @example
 * await using purging = runAsLeader(leases, { name: 'retention', everyMs: 3_600_000, work: purgeOld, onFailure: warn });
 */
export function runAsLeader(leases: Leases, { name, everyMs, work, onFailure }: Chore): AsyncDisposable {
  const stop = new AbortController();
  const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
  const working = (async () => {
    while (!stop.signal.aborted) {
      try {
        await using lease = await leases.take(`${name}/`, stop.signal);
        const until = AbortSignal.any([stop.signal, lease.lost]);
        while (!until.aborted) {
          await work(new Date());
          await pause(everyMs, until);
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(error instanceof OutOfReach)) onFailure(error as Error);
        await pause(AGAIN_MS, stop.signal);
      }
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await working;
    },
  };
}
