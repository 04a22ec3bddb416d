import { createHmac } from 'node:crypto';
import { type AttemptWindow, beginAttempt, type Db, giveBackAttempt } from '../../store/index.ts';

/**
 * Bounds attempts in fixed windows, for all processes together: what is counted lies in the store. An attempt is counted when it begins, for
 * many may be under way at once, and a right one is given back.
 */
export interface Attempts {
  /** Counts an attempt. @returns seconds until one of `key` may begin; 0: this one may. */
  begin(key: string, at: Date): Promise<number>;
  /** It was a right one and does not count. */
  giveBack(key: string): Promise<void>;
}

export interface AttemptsOptions extends AttemptWindow {
  readonly db: Db;
  readonly secret: string; // keys are kept as keyed hashes
  readonly about: string; // of what attempts: each counts for itself
}

export function createAttempts({ db, secret, about, ...window }: AttemptsOptions): Attempts {
  const hashed = keyed(secret, about);
  return {
    begin: (key, at) => beginAttempt(db, hashed(key), window, at),
    giveBack: (key) => giveBackAttempt(db, hashed(key)),
  };
}

export const keyed =
  (secret: string, about: string) =>
  (key: string): string =>
    createHmac('sha256', secret).update(`${about} ${key}`).digest('base64url').slice(0, 32);
