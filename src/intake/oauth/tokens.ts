import type { IssuedToken } from './request.ts';

/** The access tokens of a source: one at a time for all its connections, a new one before the old one ends. */
export interface Tokens {
  /**
   * Calls `act` with a token. When it rejects with an error that `isRefusal` takes for a refused token, and the token
   * was not quite new, it is called once more with a new one: tokens are also revoked, and clocks differ.
   *
   * @throws TokenTroubleError, and what `act` throws.
   */
  use<T>(
    act: (accessToken: string) => Promise<T>,
    isRefusal: (error: unknown) => boolean,
    signal: AbortSignal,
  ): Promise<T>;
}

const EARLY_MS = 5 * 60_000; // a login or a slow clock must not outlive the token; half of a short life

interface Current {
  readonly value: string;
  readonly until: number; // milliseconds since 1970
}

/** @param issue asks for a new token. It is not interrupted: a refresh token may change with it, and must be kept. */
export function createTokens(issue: () => Promise<IssuedToken>): Tokens {
  let current: Current | null = null;
  let asking: Promise<Current> | null = null;

  async function ask(): Promise<Current> {
    try {
      const { accessToken, lifetimeMs } = await issue();
      current = { value: accessToken, until: Date.now() + lifetimeMs - Math.min(EARLY_MS, lifetimeMs / 2) };
      return current;
    } finally {
      asking = null;
    }
  }

  async function take(signal: AbortSignal): Promise<{ readonly token: Current; readonly isNew: boolean }> {
    signal.throwIfAborted();
    if (current !== null && Date.now() < current.until) return { token: current, isNew: false };
    asking ??= ask();
    return { token: await unlessAborted(asking, signal), isNew: true };
  }

  return {
    async use(act, isRefusal, signal) {
      for (;;) {
        const { token, isNew } = await take(signal);
        try {
          return await act(token.value);
        } catch (error) {
          if (!isRefusal(error)) throw error;
          if (current === token) current = null;
          if (isNew) throw error;
        }
      }
    },
  };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
