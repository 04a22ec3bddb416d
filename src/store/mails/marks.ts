import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { MailId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { mark } from '../schema/jobs.ts';

export type MarkState = typeof mark.$inferSelect.state;

/** Where a mail lies, in the words of its server. */
export interface StoredMailLocation {
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/** A mail to be marked in its mailbox, or to be freed of its mark. */
export interface MarkTask {
  readonly source: string; // or its folder
  readonly wanted: boolean; // its case is not dismissed
  readonly delivered: { readonly uidValidity: bigint; readonly uid: number };
  readonly moved: StoredMailLocation | null; // where it was moved to
  readonly raw: Uint8Array | null; // of the message, whichever delivery's was kept
}

const FLAGGED = ['review', 'urgent'] as const; // as isFlagged has it
const isWanted = ne(caseFile.status, 'dismissed');

/** A case's mails, the second deliveries of the same message included: each lies in a mailbox. */
const flaggedMails = (db: Db) =>
  db
    .select({ mailId: verdict.mailId, first: caseMail.mailId })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .innerJoin(verdict, or(eq(verdict.mailId, caseMail.mailId), eq(verdict.duplicateOf, caseMail.mailId)))
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .leftJoin(mark, eq(mark.mailId, verdict.mailId));

/** Ids of flagged mails of these sources whose mark is not as their case wants it, oldest first. */
export async function marksDue(db: Db, sources: readonly string[], limit: number): Promise<MailId[]> {
  const name = sql<string>`split_part(${mail.source}, '/', 1)`;
  const isDue = or(
    and(isWanted, or(isNull(mark.state), eq(mark.state, 'unmarked'))),
    and(eq(caseFile.status, 'dismissed'), eq(mark.state, 'marked')),
  );
  const rows = await flaggedMails(db)
    .where(and(inArray(name, [...sources]), inArray(verdict.band, [...FLAGGED]), isDue))
    .orderBy(asc(verdict.mailId))
    .limit(limit);
  return rows.map((row) => row.mailId);
}

/** What is to be done with a mail's mark; null when it is as it should be. */
export async function markTask(db: Db, mailId: MailId): Promise<MarkTask | null> {
  const first = alias(mail, 'first');
  const [row] = await db
    .select({ status: caseFile.status, mark, mail, raw: first.raw })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .innerJoin(caseMail, eq(caseMail.mailId, sql`coalesce(${verdict.duplicateOf}, ${verdict.mailId})`))
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .innerJoin(first, eq(first.id, caseMail.mailId))
    .leftJoin(mark, eq(mark.mailId, verdict.mailId))
    .where(and(eq(verdict.mailId, mailId), inArray(verdict.band, [...FLAGGED])));
  if (!row) return null;
  const wanted = row.status !== 'dismissed';
  const state = row.mark?.state ?? 'unmarked';
  if (state !== (wanted ? 'unmarked' : 'marked')) return null;
  const { folder = null, uidValidity = null, uid = null } = row.mark ?? {};
  return {
    source: row.mail.source,
    wanted,
    delivered: { uidValidity: row.mail.uidValidity, uid: row.mail.uid },
    moved: folder === null || uidValidity === null || uid === null ? null : { folder, uidValidity, uid },
    raw: row.raw,
  };
}

/**
 * Remembers what was done. A mail that came back has a new uid: its row takes it over, so that it is not taken for a
 * new delivery. Where intake was faster, the message has two deliveries.
 */
export async function recordMark(
  db: Db,
  {
    mailId,
    state,
    location,
    at,
  }: {
    readonly mailId: MailId;
    readonly state: MarkState;
    readonly location: StoredMailLocation | null;
    readonly at: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    const set = {
      state,
      at,
      folder: state === 'marked' ? (location?.folder ?? null) : null,
      uidValidity: state === 'marked' ? (location?.uidValidity ?? null) : null,
      uid: state === 'marked' ? (location?.uid ?? null) : null,
    };
    await tx
      .insert(mark)
      .values({ mailId, ...set })
      .onConflictDoUpdate({ target: mark.mailId, set });
    if (state !== 'unmarked' || location === null) return;
    const [own] = await tx.select({ source: mail.source }).from(mail).where(eq(mail.id, mailId));
    const { uidValidity, uid } = location;
    const there = and(eq(mail.source, own!.source), eq(mail.uidValidity, uidValidity), eq(mail.uid, uid));
    if ((await tx.select({ id: mail.id }).from(mail).where(there)).length > 0) return;
    await tx.update(mail).set({ uidValidity, uid }).where(eq(mail.id, mailId));
  });
}
