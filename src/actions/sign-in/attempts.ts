const MOST_KEYS = 20_000; // remembered

export interface AttemptsOptions {
  readonly most: number; // within a window
  readonly seconds: number; // how long a window is
}

/**
 * Bounds attempts in fixed windows: a window ends when it is over, whatever was tried in it, so that nobody is kept out by those who go
 * on trying. An attempt is counted when it begins, for many may be under way at once, and a right one is given back. Kept in
 * memory: a restart forgets.
 */
export interface Attempts {
  /** Counts an attempt. @returns seconds until one of `key` may begin; 0: this one may. */
  begin(key: string, at: Date): number;
  /** It was a right one and does not count. */
  giveBack(key: string): void;
}

export function createAttempts({ most, seconds }: AttemptsOptions): Attempts {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return {
    begin(key, at) {
      const now = at.getTime();
      const known = windows.get(key);
      const passed = known === undefined ? null : now - known.since;
      if (known !== undefined && passed !== null && passed >= 0 && passed < seconds * 1000) {
        if (known.count >= most) return Math.ceil((seconds * 1000 - passed) / 1000);
        known.count += 1;
        return 0;
      }
      windows.delete(key); // the newest stand last
      windows.set(key, { since: now, count: 1 });
      if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value!);
      return 0;
    },
    giveBack(key) {
      const known = windows.get(key);
      if (known !== undefined && known.count > 0) known.count -= 1;
    },
  };
}
