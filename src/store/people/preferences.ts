import { eq } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { preference } from '../schema/review.ts';

/** How a person wants the review app. */
export interface Preferences {
  readonly maskAll: boolean; // hide every word that counted, not only violent and sexual ones
  readonly dailyCap: number | null; // cases a day after which they want to rest; null: the company's
  readonly keys: boolean; // single keys do something (WCAG 2.1.4: they can be switched off)
}

/** Of a person who has chosen nothing. */
export const usualPreferences: Preferences = { maskAll: false, keys: true, dailyCap: null };

export async function preferencesOf(db: Db, person: PersonId): Promise<Preferences> {
  const [found] = await db
    .select({ maskAll: preference.maskAll, keys: preference.keys, dailyCap: preference.dailyCap })
    .from(preference)
    .where(eq(preference.person, person));
  return found ?? usualPreferences;
}

export async function setPreferences(db: Db, person: PersonId, chosen: Preferences): Promise<void> {
  await db
    .insert(preference)
    .values({ person, ...chosen })
    .onConflictDoUpdate({ target: preference.person, set: { ...chosen } });
}

/** Whether the first steps are no longer offered to a person. */
export async function isGuideClosed(db: Db, person: PersonId): Promise<boolean> {
  const [found] = await db
    .select({ closed: preference.guideClosed })
    .from(preference)
    .where(eq(preference.person, person));
  return found?.closed ?? false;
}

export async function setGuideClosed(db: Db, person: PersonId, guideClosed: boolean): Promise<void> {
  await db
    .insert(preference)
    .values({ person, ...usualPreferences, guideClosed })
    .onConflictDoUpdate({ target: preference.person, set: { guideClosed } });
}
