import type { LiveSettings } from './live.ts';

interface Following {
  /** What of the settings the service reads when it starts, as plain values. */
  readonly reads: () => unknown;
  readonly start: () => AsyncDisposable | null | Promise<AsyncDisposable | null>;
  readonly onFailure: (error: Error) => void;
}

const AGAIN_MS = 5_000;

/**
 * Runs a service that reads settings when it starts: it is started anew when those are others. A start that fails is tried again until it
 * does not, or the settings are others.
 *
 * @throws what its first start throws
 */
export async function following(
  live: Pick<LiveSettings, 'onChange'>,
  { reads, start, onFailure }: Following,
): Promise<AsyncDisposable> {
  let read: string | null = JSON.stringify(reads());
  let running = await start();
  let turning = Promise.resolve();
  let again: NodeJS.Timeout | undefined;

  async function turn(): Promise<void> {
    const now = JSON.stringify(reads());
    if (now === read) return;
    read = null;
    const before = running;
    running = null;
    await before?.[Symbol.asyncDispose]();
    running = await start();
    read = now;
  }

  function turnSoon(): void {
    clearTimeout(again);
    turning = turning.then(turn).catch((error: Error) => {
      onFailure(error);
      again = setTimeout(turnSoon, AGAIN_MS);
    });
  }

  const listening = live.onChange(turnSoon);
  return {
    async [Symbol.asyncDispose]() {
      listening[Symbol.dispose]();
      clearTimeout(again);
      await turning;
      clearTimeout(again); // one that failed meanwhile
      await running?.[Symbol.asyncDispose]();
    },
  };
}
