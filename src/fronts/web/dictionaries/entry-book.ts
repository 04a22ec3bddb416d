import type { EntryId } from '../../../detect/index.ts';
import { type EntryHits, entryHits, misfires } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';

/** What the entries found, and what reviewers marked, as of `at`. */
export interface EntryBook {
  readonly at: Date;
  readonly hits: ReadonlyMap<EntryId, EntryHits>;
  readonly misfires: ReadonlyMap<EntryId, number>;
}

const FRESH_MS = 30_000;

/** Counts at most every half a minute, however many people filter and sort. */
export function entryBook({ db, now }: Pick<FrontDeps, 'db' | 'now'>): () => Promise<EntryBook> {
  let taken: Promise<EntryBook> | null = null;
  let takenAt = 0;
  const take = async (at: Date): Promise<EntryBook> => ({
    at,
    hits: await entryHits(db),
    misfires: await misfires(db),
  });
  return function currentBook() {
    const at = now();
    if (taken !== null && Math.abs(at.getTime() - takenAt) < FRESH_MS) return taken;
    const next = take(at);
    taken = next;
    takenAt = at.getTime();
    next.catch(() => {
      if (taken === next) taken = null; // what failed is asked again
    });
    return next;
  };
}
