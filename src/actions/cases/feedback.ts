import type { CaseDetail, Feedback } from '../../cases/index.ts';
import { type Db, mailHolding } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';

/**
 * Where the words stand that no entry found: in the newest mail that holds them.
 *
 * @throws Refusal `words-nowhere` for the first that no mail of the case holds.
 */
export async function missedIn(db: Db, { id }: CaseDetail, words: readonly string[]): Promise<Feedback[]> {
  const places: Feedback[] = [];
  for (const one of words) {
    const place = await mailHolding(db, id, one);
    if (place === null) throw new Refusal({ code: 'words-nowhere', words: one });
    places.push({ kind: 'missed', ...place, words: one });
  }
  return places;
}

/** Entries that were wrong to match; those the case does not know are left out. */
export function misfiresIn({ items, entries: ofActs }: CaseDetail, entries: readonly string[]): Feedback[] {
  const shown = items.flatMap(({ assessment }) => assessment?.matches ?? []).map(({ entry }) => entry);
  const known = [...new Set([...ofActs, ...shown])];
  return known.filter((entry) => entries.includes(entry)).map((entry) => ({ kind: 'misfire', entry }));
}
