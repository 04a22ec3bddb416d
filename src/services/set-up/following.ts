import type { LiveSettings } from './live.ts';

interface Following {
  /** What of the settings the service reads when it starts, as plain values. */
  readonly reads: () => unknown;
  readonly start: () => AsyncDisposable | null | Promise<AsyncDisposable | null>;
  readonly onFailure: (error: Error) => void;
}

/**
 * Runs a service that reads settings when it starts: it is started anew when those are others. A start that fails is tried again at the next
 * change.
 *
 * @throws what its first start throws
 */
export async function following(
  live: Pick<LiveSettings, 'onChange'>,
  { reads, start, onFailure }: Following,
): Promise<AsyncDisposable> {
  let read = JSON.stringify(reads());
  let running = await start();
  let turning = Promise.resolve();
  const turn = async () => {
    const now = JSON.stringify(reads());
    if (now === read) return;
    read = now;
    const before = running;
    running = null;
    await before?.[Symbol.asyncDispose]();
    running = await start();
  };
  const listening = live.onChange(() => {
    turning = turning.then(turn).catch(onFailure);
  });
  return {
    async [Symbol.asyncDispose]() {
      listening[Symbol.dispose]();
      await turning;
      await running?.[Symbol.asyncDispose]();
    },
  };
}
