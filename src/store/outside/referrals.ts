import { asc, eq, type SQL } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { ObjectionId, Referral } from '../../response/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { referral } from '../schema/outside.ts';

/** Writes down that a complaint was passed on; of an objection, or of a case alone. */
export async function addReferral(
  tx: Db,
  given: Pick<Referral, 'team' | 'words'> & {
    readonly caseId: CaseId | null;
    readonly objectionId: ObjectionId | null;
  },
  { by, at }: Written,
): Promise<void> {
  const texts = { team: clean(given.team), words: clean(given.words) };
  await tx.insert(referral).values({ ...given, ...texts, by: clean(by), at });
}

/** What was passed on of a case, its objections among it; the oldest first. Who may see the case is asked before. */
export const referralsOfCase = (db: Db, id: CaseId): Promise<Referral[]> => referrals(db, eq(referral.caseId, id));

/** What was passed on of an objection. */
export const referralsOfObjection = (db: Db, id: ObjectionId): Promise<Referral[]> =>
  referrals(db, eq(referral.objectionId, id));

const referrals = (db: Db, which: SQL): Promise<Referral[]> =>
  db
    .select({ id: referral.id, team: referral.team, words: referral.words, by: referral.by, at: referral.at })
    .from(referral)
    .where(which)
    .orderBy(asc(referral.id));
