import { and, asc, desc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import type { CaseId, WatchId } from '../../cases/index.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { senderWatch } from '../schema/review.ts';

/** A sender that people keep an eye on. */
export interface SenderWatch {
  readonly id: WatchId;
  readonly address: string;
  readonly by: string; // name
  readonly since: Date;
  readonly until: Date; // not included
}

/** Who wrote a mail: its keyed hash, and the address as people see it. */
export interface KnownSender {
  readonly hash: string;
  readonly address: string;
}

/** Who wrote the newest mail of a case; null where nobody knows, of what was handed in too. */
export async function senderOf(db: Db, id: CaseId, visibility: Visibility): Promise<KnownSender | null> {
  const address = sql<string>`${reading.envelope} -> 'from' ->> 'address'`;
  const [found] = await db
    .select({ hash: verdict.senderHash, address })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, id), isVisible(visibility), isNotNull(verdict.senderHash), isNotNull(address)))
    .orderBy(desc(mail.receivedAt), desc(mail.id))
    .limit(1);
  return found ? { hash: found.hash!, address: found.address } : null;
}

const columns = {
  id: senderWatch.id,
  address: senderWatch.address,
  by: senderWatch.by,
  since: senderWatch.since,
  until: senderWatch.until,
};

/** A mail may be judged long after it arrived: so long it is remembered that it was watched then. */
const REMEMBERED_MS = 7 * 86_400_000;
/** It ended seven days ago. */
export const isOver = (now: Date) => lte(senderWatch.until, new Date(now.getTime() - REMEMBERED_MS));

/**
 * Watches a sender; one that is watched already only has another end. So has one whose watch ended a few days ago: mails from
 * before its end may wait for their verdict.
 */
export async function watchSender(
  tx: Db,
  { hash, address }: KnownSender,
  { by, since, until }: Pick<SenderWatch, 'by' | 'since' | 'until'>,
): Promise<SenderWatch> {
  await tx.delete(senderWatch).where(and(eq(senderWatch.senderHash, hash), isOver(since)));
  const [watch] = await tx
    .insert(senderWatch)
    .values({ senderHash: hash, address: clean(address), by: clean(by), since, until })
    .onConflictDoUpdate({
      target: senderWatch.senderHash,
      set: {
        until,
        by: sql`case when ${senderWatch.until} <= excluded.since then excluded.by else ${senderWatch.by} end`,
      },
    })
    .returning(columns);
  return watch!;
}

/** The watch on a sender that stands at `now`, or stood then. */
export const watchOn = async (db: Db, hash: string | null, now: Date): Promise<SenderWatch | null> =>
  (await watchesOn(db, [hash]))(hash, now);

/** The same for several senders at once. */
export async function watchesOn(
  db: Db,
  hashes: readonly (string | null)[],
): Promise<(hash: string | null, now: Date) => SenderWatch | null> {
  const known = hashes.filter((hash) => hash !== null);
  const rows =
    known.length === 0
      ? []
      : await db
          .select({ ...columns, hash: senderWatch.senderHash })
          .from(senderWatch)
          .where(anyOf(senderWatch.senderHash, known));
  return (asked, now) => {
    const found = rows.find(({ hash, since, until }) => hash === asked && since <= now && until > now);
    if (found === undefined) return null;
    const { hash: _, ...watch } = found;
    return watch;
  };
}

/** Every watch that stands at `now`, the next to end first. */
export const standingWatches = (db: Db, now: Date): Promise<SenderWatch[]> =>
  db
    .select(columns)
    .from(senderWatch)
    .where(gt(senderWatch.until, now))
    .orderBy(asc(senderWatch.until), asc(senderWatch.id));

/** A watch as it was begun, whether or not it still stands. */
export async function loadWatch(db: Db, id: WatchId): Promise<SenderWatch | null> {
  const [watch] = await db.select(columns).from(senderWatch).where(eq(senderWatch.id, id));
  return watch ?? null;
}

/** Ends a watch; nothing of the address stays. @returns false when there is no such watch */
export async function endWatch(tx: Db, id: WatchId): Promise<boolean> {
  const ended = await tx.delete(senderWatch).where(eq(senderWatch.id, id)).returning({ id: senderWatch.id });
  return ended.length > 0;
}
