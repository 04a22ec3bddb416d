import { and, asc, eq, inArray, isNotNull, lt, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { spotCheck } from '../schema/spot-check.ts';

/** Mails of the coin whose text has been kept long enough; those that are a case's are kept as it is. */
const due = (db: Db, now: Date): SQL =>
  and(
    eq(spotCheck.kept, true),
    lt(spotCheck.until, now),
    or(
      eq(spotCheck.stratum, 'decided'), // only what was kept of it here: its text is its case's
      notExists(db.select({ one: sql`1` }).from(caseMail).where(eq(caseMail.mailId, spotCheck.mailId))),
    ),
  )!;

/** How many texts `forgetSpotChecks` would delete now. */
export const spotChecksDue = (db: Db, now: Date): Promise<number> => db.$count(spotCheck, due(db, now));

/** Deletes texts of mails that were kept to be read, read or not, some at a time; what was found in them stays as numbers for a year. */
export async function forgetSpotChecks(tx: Db, now: Date, most: number): Promise<number> {
  const rows = await tx
    .select({ id: spotCheck.id, mailId: spotCheck.mailId, stratum: spotCheck.stratum })
    .from(spotCheck)
    .where(due(tx, now))
    .orderBy(asc(spotCheck.id))
    .limit(most)
    .for('update', { skipLocked: true });
  if (rows.length === 0) return 0;
  const mails = rows.flatMap(({ mailId, stratum }) => (mailId === null || stratum === 'decided' ? [] : [mailId]));
  await tx.update(mail).set({ raw: null }).where(anyOf(mail.id, mails));
  await tx.delete(reading).where(anyOf(reading.mailId, mails));
  await tx.update(verdict).set({ assessment: null }).where(anyOf(verdict.mailId, mails));
  await tx
    .update(spotCheck)
    .set(WITHOUT_TEXT)
    .where(
      inArray(
        spotCheck.id,
        rows.map(({ id }) => id),
      ),
    );
  return rows.length;
}

const WITHOUT_TEXT = { kept: false, senderHash: null, display: null } as const;

/** Deletes what is known of who wrote mails that were kept to be read: they are deleted, and what was found in them stays as numbers. */
export async function forgetSpotChecksOf(tx: Db, hashes: readonly string[]): Promise<void> {
  await tx.update(spotCheck).set(WITHOUT_TEXT).where(anyOf(spotCheck.senderHash, hashes));
}

/** Before cases are deleted: how those ended that began with a reader of the coin's mails stays as a number. */
export async function leaveSpotChecks(tx: Db, ids: readonly CaseId[]): Promise<void> {
  const stands = tx
    .select({ status: caseFile.status })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(eq(caseMail.mailId, spotCheck.mailId));
  const decided = sql`(${stands}) in ('approved', 'dismissed')`;
  const ofCases = inArray(
    spotCheck.mailId,
    tx
      .select({ id: caseMail.mailId })
      .from(caseMail)
      .where(inArray(caseMail.caseId, [...ids])),
  );
  await tx
    .update(spotCheck)
    .set({ outcome: sql`(${stands})` })
    .where(and(ofCases, ne(spotCheck.stratum, 'decided'), isNotNull(spotCheck.mailId), decided));
  await tx.update(spotCheck).set(WITHOUT_TEXT).where(ofCases);
}
