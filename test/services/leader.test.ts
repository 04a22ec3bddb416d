import { expect, it } from 'vitest';
import { OutOfReach, runAsLeader } from '../../src/services/leader.ts';
import type { Leases } from '../../src/store/index.ts';
import { eventually } from '../support/eventually.ts';

/** One lease for all, as the store gives it. */
function leases(): Leases {
  let held = false;
  return {
    async take(_, signal) {
      while (held) {
        signal.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      signal.throwIfAborted();
      held = true;
      return {
        lost: new AbortController().signal,
        async [Symbol.asyncDispose]() {
          held = false;
        },
      };
    },
    async [Symbol.asyncDispose]() {},
  };
}

it('a process that cannot reach out gives the lease up, and another one does the work', async () => {
  const [shared, did] = [leases(), [] as string[]];
  const failures: string[] = [];
  const options = { name: 'notifier', everyMs: 5, onFailure: (error: Error) => void failures.push(error.name) };
  await using _locked = runAsLeader(shared, {
    ...options,
    async work() {
      did.push('locked in');
      throw new OutOfReach();
    },
  });
  await eventually(() => did.length > 0);
  await using _free = runAsLeader(shared, {
    ...options,
    async work() {
      did.push('free');
    },
  });
  await eventually(() => did.filter((who) => who === 'free').length > 3);
  expect(did.filter((who) => who === 'locked in')).toHaveLength(1);
  expect(failures, 'who is out of reach has said so already').toEqual([]);
});
