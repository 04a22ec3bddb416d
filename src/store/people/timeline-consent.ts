import { and, eq, isNull } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { Consent } from '../../response/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { timelineConsent } from '../schema/person-timeline.ts';

const standing = (person: PersonId) => and(eq(timelineConsent.person, person), isNull(timelineConsent.withdrawnAt));

const COLUMNS = { way: timelineConsent.way, day: timelineConsent.day, by: timelineConsent.by, at: timelineConsent.at };

/** The consent of a person that stands; null: there is none. */
export const consentOf = async (db: Db, person: PersonId): Promise<Consent | null> =>
  (await db.select(COLUMNS).from(timelineConsent).where(standing(person)))[0] ?? null;

/** The same, held until the transaction ends: nobody withdraws it meanwhile. */
export const holdConsent = async (tx: Db, person: PersonId): Promise<Consent | null> =>
  (await tx.select(COLUMNS).from(timelineConsent).where(standing(person)).for('share'))[0] ?? null;

/** @returns false when one stands already */
export async function giveConsent(tx: Db, person: PersonId, { way, day, by, at }: Consent): Promise<boolean> {
  const rows = await tx
    .insert(timelineConsent)
    .values({ person, way, day, by: clean(by), at })
    .onConflictDoNothing()
    .returning({ id: timelineConsent.id });
  return rows.length > 0;
}

/** @returns false when none stands */
export async function withdrawConsent(tx: Db, person: PersonId, { by, at }: Written): Promise<boolean> {
  const rows = await tx
    .update(timelineConsent)
    .set({ withdrawnBy: clean(by), withdrawnAt: at })
    .where(standing(person))
    .returning({ id: timelineConsent.id });
  return rows.length > 0;
}
