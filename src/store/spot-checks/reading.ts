import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseId, MailId, PersonId, SpotAnswer, SpotId } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { exposure } from '../schema/review.ts';
import { spotCheck, spotReading } from '../schema/spot-check.ts';

/** A mail that somebody might read. */
export interface SpotToRead {
  readonly id: SpotId;
  readonly mailId: MailId;
  readonly place: number;
}

const OPEN_MS = 3_600_000; // so long somebody is thought to be reading
const AT_ONCE = 50;

const other = alias(spotReading, 'other');
const before = alias(spotCheck, 'before');

/**
 * Mails of the coin that a person may be given now, in the order in which they are read: none that they had, none that enough others had, none of a
 * sender whom they read last, and none of a case that they have seen: one that somebody made a case of is still read by the second reader.
 */
export async function spotsToRead(
  db: Db,
  person: PersonId,
  { readers, now }: { readonly readers: number; readonly now: Date },
): Promise<SpotToRead[]> {
  const one = { one: sql`1` };
  const readByOthers = and(
    eq(other.spotId, spotCheck.id),
    or(
      inArray(other.answer, ['fine', 'case']),
      and(isNull(other.answer), gt(other.openedAt, new Date(now.getTime() - OPEN_MS))),
    ),
  );
  const lastReader = sql`(select last.person from ${spotReading} last join ${spotCheck} read on read.id = last.spot_id where read.sender_hash = ${spotCheck.senderHash} order by last.opened_at desc, last.spot_id desc limit 1)`;
  const rows = await db
    .select({ id: spotCheck.id, mailId: spotCheck.mailId, place: spotCheck.place })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.kept, true),
        gt(spotCheck.until, now),
        ne(spotCheck.stratum, 'decided'),
        isNotNull(spotCheck.mailId),
        notExists(
          db
            .select(one)
            .from(other)
            .where(and(eq(other.spotId, spotCheck.id), eq(other.person, person))),
        ),
        sql`(${db.select({ n: count() }).from(other).where(readByOthers)}) < ${readers}`,
        sql`${lastReader} is distinct from ${person}`,
        notExists(
          db
            .select(one)
            .from(caseMail)
            .leftJoin(decision, and(eq(decision.caseId, caseMail.caseId), eq(decision.person, person)))
            .leftJoin(exposure, and(eq(exposure.caseId, caseMail.caseId), eq(exposure.person, person)))
            .where(and(eq(caseMail.mailId, spotCheck.mailId), or(isNotNull(decision.id), isNotNull(exposure.person)))),
        ),
      ),
    )
    .orderBy(asc(spotCheck.place), asc(spotCheck.id))
    .limit(AT_ONCE);
  return rows.map(({ mailId, ...row }) => ({ ...row, mailId: mailId! }));
}

/** How many mails of the coin wait for their first reader. */
export const spotsUnread = (db: Db, now: Date): Promise<number> =>
  db.$count(
    spotCheck,
    and(
      eq(spotCheck.kept, true),
      gt(spotCheck.until, now),
      ne(spotCheck.stratum, 'decided'),
      notExists(
        db
          .select({ one: sql`1` })
          .from(spotReading)
          .where(and(eq(spotReading.spotId, spotCheck.id), inArray(spotReading.answer, ['fine', 'case']))),
      ),
    ),
  );

/** A mail of a decided case, to be read once more among the others. */
export interface DecidedToRead {
  readonly mailId: MailId;
  readonly caseId: CaseId;
  readonly outcome: 'approved' | 'dismissed';
}

/**
 * Mails with which decided cases began, in no order, of which a person decided none: not of confidential ones, not urgent, and none of which
 * somebody was given one before.
 */
export async function decidedToRead(
  db: Db,
  person: PersonId,
  { since, painful }: { readonly since: Date; readonly painful: readonly string[] },
): Promise<DecidedToRead[]> {
  const one = { one: sql`1` };
  const rows = await db
    .select({ mailId: caseFile.openedBy, caseId: caseFile.id, outcome: caseFile.status })
    .from(caseFile)
    .innerJoin(reading, eq(reading.mailId, caseFile.openedBy))
    .where(
      and(
        eq(caseFile.kind, 'mail'),
        inArray(caseFile.status, ['approved', 'dismissed']),
        inArray(caseFile.band, ['grey', 'review']),
        isVisible(USUAL_VISIBILITY),
        gte(caseFile.decidedAt, since),
        sql`not (${caseFile.acts} && ${sql.param([...painful])}::text[] or ${caseFile.foundActs} && ${sql.param([...painful])}::text[])`,
        notExists(
          db
            .select(one)
            .from(decision)
            .where(and(eq(decision.caseId, caseFile.id), eq(decision.person, person))),
        ),
        notExists(db.select(one).from(before).where(eq(before.mailId, caseFile.openedBy))),
        exists(
          db
            .select(one)
            .from(caseMail)
            .where(and(eq(caseMail.mailId, caseFile.openedBy), eq(caseMail.caseId, caseFile.id))),
        ),
      ),
    )
    .orderBy(sql`random()`)
    .limit(AT_ONCE);
  return rows.map((row) => ({ ...row, mailId: row.mailId!, outcome: row.outcome as DecidedToRead['outcome'] }));
}

/** Puts a mail of a decided case among those to be read. Null: somebody else was given it at this moment. */
export async function addDecided(
  tx: Db,
  { mailId, outcome }: DecidedToRead,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<SpotId | null> {
  const [row] = await tx
    .insert(spotCheck)
    .values({ mailId, stratum: 'decided', chance: 1, place: 0, drawnAt: at, until, outcome })
    .onConflictDoNothing()
    .returning({ id: spotCheck.id });
  return row?.id ?? null;
}

/** Until the transaction ends, nobody else is given a mail to read. */
export const takeSpotTurn = (tx: Db): Promise<void> => takeAdvisoryLock(tx, 'spots', '');

/** A person opens a mail for the first time. */
export async function openSpot(tx: Db, spotId: SpotId, person: PersonId, at: Date): Promise<void> {
  await tx.insert(spotReading).values({ spotId, person, openedAt: at }).onConflictDoNothing();
}

/** A mail that a person has opened. */
export interface OpenedSpot {
  readonly id: SpotId;
  readonly mailId: MailId;
  readonly decided: boolean;
  readonly receivedAt: Date;
  readonly answer: SpotAnswer | null;
}

const opened = (db: Db) =>
  db
    .select({
      id: spotCheck.id,
      mailId: mail.id,
      decided: sql<boolean>`${spotCheck.stratum} = 'decided'`,
      receivedAt: mail.receivedAt,
      answer: spotReading.answer,
    })
    .from(spotReading)
    .innerJoin(spotCheck, eq(spotCheck.id, spotReading.spotId))
    .innerJoin(mail, eq(mail.id, spotCheck.mailId))
    .innerJoin(verdict, eq(verdict.mailId, mail.id))
    .orderBy(desc(spotReading.openedAt), desc(spotReading.spotId))
    .limit(1)
    .$dynamic();

const readable = (person: PersonId, now: Date) =>
  and(eq(spotReading.person, person), eq(spotCheck.kept, true), gt(spotCheck.until, now));

/** One that this person opened and whose text is still there. */
export async function openedSpot(db: Db, id: SpotId, person: PersonId, now: Date): Promise<OpenedSpot | null> {
  const [row] = await opened(db).where(and(eq(spotCheck.id, id), readable(person, now)));
  return row ?? null;
}

/** The one that a person opened and has said nothing of. */
export async function unfinishedSpot(db: Db, person: PersonId, now: Date): Promise<OpenedSpot | null> {
  const [row] = await opened(db).where(and(isNull(spotReading.answer), readable(person, now)));
  return row ?? null;
}

/** How many mails a person has opened since a moment, and whether the last was of a decided case. For that person's own budget. */
export async function openedSince(
  db: Db,
  person: PersonId,
  since: Date,
): Promise<{ readonly mails: number; readonly lastDecided: boolean }> {
  const rows = await db
    .select({ stratum: spotCheck.stratum })
    .from(spotReading)
    .innerJoin(spotCheck, eq(spotCheck.id, spotReading.spotId))
    .where(and(eq(spotReading.person, person), gte(spotReading.openedAt, since)))
    .orderBy(desc(spotReading.openedAt), desc(spotReading.spotId));
  return { mails: rows.length, lastDecided: rows[0]?.stratum === 'decided' };
}
