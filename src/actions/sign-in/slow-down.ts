import { type Db, forgetWrongPasswords, noteWrongPassword, wrongPasswords } from '../../store/index.ts';
import { createAttempts, keyed } from './attempts.ts';

const WINDOW_MS = 15 * 60_000;
const WRONG = 10; // passwords within the window, from wherever
const SLOWED = { most: 1, seconds: 60 }; // attempts that are looked at, once there were so many

/**
 * Slows down whoever tries passwords of one account from many places. Nobody is locked out: one attempt a minute is
 * looked at, and places where the account's person has signed in before are not slowed. Unknown addresses count like
 * known ones, so that nothing can be learnt. Kept in the store, for all processes together.
 */
export interface SlowDown {
  /** Seconds to wait before an attempt for this mail address is looked at; 0: now, and the next one waits. */
  attempt(email: string, at: Date): Promise<number>;
  /** @returns whether attempts are slowed from now on, and were not before. */
  wrong(email: string, at: Date): Promise<boolean>;
  forget(email: string): Promise<void>;
}

export function createSlowDown({ db, secret }: { readonly db: Db; readonly secret: string }): SlowDown {
  const hashed = keyed(secret, 'wrong');
  const slowed = createAttempts({ db, secret, about: 'slowed', ...SLOWED });
  const since = (at: Date) => new Date(at.getTime() - WINDOW_MS);
  return {
    async attempt(email, at) {
      if ((await wrongPasswords(db, hashed(email), since(at))) < WRONG) return 0;
      return slowed.begin(email, at);
    },
    async wrong(email, at) {
      const count = await noteWrongPassword(db, hashed(email), at, since(at));
      if (count >= WRONG) await slowed.begin(email, at); // the next one waits from now on
      return count === WRONG;
    },
    forget: (email) => forgetWrongPasswords(db, hashed(email)),
  };
}
