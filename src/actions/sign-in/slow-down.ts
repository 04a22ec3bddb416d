const WINDOW_MS = 15 * 60_000;
const WRONG = 10; // passwords within the window, from wherever
const EVERY_MS = 60_000; // between attempts that are looked at, once there were so many
const MOST = 10_000; // addresses remembered

/**
 * Slows down whoever tries passwords of one account from many places. Nobody is locked out: one attempt a minute is
 * looked at, and places where the account's person has signed in before are not slowed. Unknown addresses count like
 * known ones, so that nothing can be learnt. Kept in memory: a restart forgets.
 */
export interface SlowDown {
  /** Seconds to wait before an attempt for this mail address is looked at; 0: now, and the next one waits. */
  attempt(email: string, at: Date): number;
  /** @returns whether attempts are slowed from now on, and were not before. */
  wrong(email: string, at: Date): boolean;
  forget(email: string): void;
}

export function createSlowDown(): SlowDown {
  const known = new Map<string, { wrong: readonly number[]; lookedAt: number }>();
  const recent = (email: string, at: Date) =>
    (known.get(email)?.wrong ?? []).filter((time) => time > at.getTime() - WINDOW_MS);
  return {
    attempt(email, at) {
      const state = known.get(email);
      if (state === undefined || recent(email, at).length < WRONG) return 0;
      const waits = state.lookedAt + EVERY_MS - at.getTime();
      if (waits > 0) return Math.ceil(waits / 1000);
      state.lookedAt = at.getTime();
      return 0;
    },
    wrong(email, at) {
      const before = recent(email, at);
      const wrong = [...before, at.getTime()].slice(-WRONG);
      known.delete(email); // the newest stand last
      known.set(email, { wrong, lookedAt: at.getTime() });
      if (known.size > MOST) known.delete(known.keys().next().value!);
      return wrong.length === WRONG && before.length < WRONG;
    },
    forget: (email) => void known.delete(email),
  };
}
