import { and, asc, count, desc, eq, exists, gt, inArray, isNotNull, max, type SQL, sql } from 'drizzle-orm';
import type { CaseId, MailId } from '../../cases/index.ts';
import { isFolded } from '../cases/folded.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision, mail, verdict } from '../schema/core.ts';
import { failure } from '../schema/jobs.ts';
import { reading } from '../schema/reading.ts';
import { claim } from '../schema/review.ts';
import { received } from './handed-in.ts';

/** What becomes of a mail that could not be judged. */
export type FailedMailState =
  | 'trying' // the queue tries again by itself
  | 'given-up' // may be screened again when someone asks
  | 'claimed' // someone looks at its case
  | 'handled' // a person decided about its case or handed it over
  | 'held'; // its case is on hold: nothing of it is deleted

/** A mail that could not be judged: which, and how often it was tried. Says nothing of what it says. */
export interface FailedMail {
  readonly mailId: MailId;
  readonly source: string;
  readonly receivedAt: Date;
  readonly attempts: number; // that failed, earlier rounds included
  readonly code: string; // of the newest
  readonly at: Date; // of the newest
  readonly caseId: CaseId | null; // null: it was not given up yet
  readonly state: FailedMailState;
}

/**
 * Only mails of a source have such a case; one that was handed in stays in the case of its consultation. In a row of what nobody can open
 * nothing went wrong.
 */
const isGivenUp = and(
  eq(caseFile.kind, 'unreadable'),
  eq(caseFile.status, 'open'),
  sql`not (${isFolded})`,
  isVisible(USUAL_VISIBILITY),
)!;

/** The mails of open cases 判定不能 and those that are being tried again, the newest failure first. */
export async function failedMails(db: Db, now: Date, limit: number): Promise<FailedMail[]> {
  const tried = db
    .select({ mailId: failure.mailId, attempts: count().as('attempts'), newest: max(failure.id).as('newest') })
    .from(failure)
    .groupBy(failure.mailId)
    .as('tried');
  const rows = (which: SQL | undefined) =>
    db
      .select({
        mailId: mail.id,
        source: mail.source,
        receivedAt: mail.receivedAt,
        attempts: tried.attempts,
        code: failure.code,
        failedAt: failure.at,
        reason: verdict.failure,
        screenedAt: verdict.screenedAt,
        waiting: mail.waiting,
        caseId: caseFile.id,
        claimed: isClaimed(db, now).mapWith(Boolean),
        decided: isDecided(db).mapWith(Boolean),
        heldBy: caseFile.heldBy,
      })
      .from(mail)
      .leftJoin(tried, eq(tried.mailId, mail.id))
      .leftJoin(failure, eq(failure.id, tried.newest))
      .leftJoin(verdict, eq(verdict.mailId, mail.id))
      .leftJoin(caseMail, eq(caseMail.mailId, mail.id))
      .leftJoin(caseFile, eq(caseFile.id, caseMail.caseId))
      .where(which)
      .orderBy(desc(mail.id))
      .limit(limit);
  const givenUp = await rows(and(isGivenUp, eq(mail.waiting, false)));
  const trying = await rows(and(eq(mail.waiting, true), received, isNotNull(tried.mailId)));
  return [...trying, ...givenUp]
    .map(({ failedAt, reason, screenedAt, waiting, claimed, decided, heldBy, ...row }) => ({
      ...row,
      attempts: row.attempts ?? 0,
      code: row.code ?? reason ?? 'unknown',
      at: failedAt ?? screenedAt ?? row.receivedAt,
      state: stateOf({ waiting, held: heldBy !== null, decided, claimed }),
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit);
}

function stateOf(row: { waiting: boolean; held: boolean; decided: boolean; claimed: boolean }): FailedMailState {
  if (row.waiting) return 'trying';
  if (row.held) return 'held';
  if (row.decided) return 'handled';
  return row.claimed ? 'claimed' : 'given-up';
}

const isDecided = (db: Db): SQL =>
  exists(db.select({ one: sql`1` }).from(decision).where(eq(decision.caseId, caseFile.id)));

const isClaimed = (db: Db, now: Date): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(claim)
      .where(and(eq(claim.caseId, caseFile.id), gt(claim.until, now))),
  );

/**
 * Makes mails that were given up wait for a verdict again: the old one goes, their cases stay and get the new one. All of them, or only
 * `mailId`. Left alone is what a person looks at, has decided about or keeps on hold.
 *
 * @returns the ids of those that wait now; jobs for them are the caller's, after the transaction
 */
export function waitAgain(db: Db, mailId: MailId | null, now: Date): Promise<MailId[]> {
  return db.transaction(async (tx) => {
    // Locked before it is looked at more closely: a claim or a decision made at this moment ends first.
    const locked = await tx
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(and(isGivenUp, mailId === null ? undefined : eq(caseFile.openedBy, mailId)))
      .orderBy(asc(caseFile.id))
      .for('update');
    if (locked.length === 0) return [];
    const found = await tx
      .select({ mailId: mail.id })
      .from(caseFile)
      .innerJoin(caseMail, eq(caseMail.caseId, caseFile.id))
      .innerJoin(mail, eq(mail.id, caseMail.mailId))
      .where(
        and(
          inArray(
            caseFile.id,
            locked.map(({ id }) => id),
          ),
          sql`not ${isDecided(tx)} and not ${isClaimed(tx, now)} and ${caseFile.heldBy} is null`,
          isNotNull(mail.raw),
          eq(mail.waiting, false),
        ),
      )
      .orderBy(asc(mail.id));
    if (found.length === 0) return [];
    const mails = found.map((row) => row.mailId);
    await tx.delete(verdict).where(inArray(verdict.mailId, mails));
    await tx.delete(reading).where(inArray(reading.mailId, mails));
    await tx.update(mail).set({ waiting: true }).where(inArray(mail.id, mails));
    return mails;
  });
}
