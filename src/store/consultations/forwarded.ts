import { and, asc, count, eq, gte, isNotNull, lt, notExists, sql } from 'drizzle-orm';
import type { ForwardedId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { forwarded } from '../schema/consultation.ts';
import { notice } from '../schema/notice.ts';

type Row = typeof forwarded.$inferSelect;

/** What is written down of a mail at the consultation address when it comes. */
export type NewForwarded = Omit<typeof forwarded.$inferInsert, 'id' | 'consultation' | 'decidedBy' | 'decidedAt'>;

/** @returns null when the same message came before: nothing is done twice. */
export async function noteForwarded(tx: Db, row: NewForwarded): Promise<ForwardedId | null> {
  const texts = {
    sender: clean(row.sender ?? ''),
    senderName: clean(row.senderName ?? ''),
    subject: clean(row.subject ?? ''),
  };
  const [written] = await tx
    .insert(forwarded)
    .values({ ...row, ...texts })
    .onConflictDoNothing()
    .returning({ id: forwarded.id });
  return written?.id ?? null;
}

export const hasForwarded = async (db: Db, key: string): Promise<boolean> =>
  (await db.$count(forwarded, eq(forwarded.key, key))) > 0;

/** Says which consultation a mail became. */
export async function noteConsultation(tx: Db, id: ForwardedId, consultation: string): Promise<void> {
  await tx.update(forwarded).set({ consultation }).where(eq(forwarded.id, id));
}

/** How many mails of a sender were taken at this time or later, and how many receipts they were or will be sent. */
export async function countForwarded(
  db: Db,
  senderHash: string,
  since: Date,
): Promise<{ readonly mails: number; readonly receipts: number }> {
  const [row] = await db
    .select({
      mails: sql<number>`count(*) filter (where ${forwarded.state} = 'taken')`.mapWith(Number), // anybody may write a sender
      receipts: sql<number>`count(*) filter (where ${forwarded.receipt} <> 'none')`.mapWith(Number),
    })
    .from(forwarded)
    .where(and(eq(forwarded.senderHash, senderHash), gte(forwarded.arrivedAt, since)));
  return row!;
}

export const countHeld = (db: Db): Promise<number> => db.$count(forwarded, eq(forwarded.state, 'held'));

/**
 * Mails that wait since before a moment and of which the channel `name` was not told. Those for the consultation desk alone are in no
 * notification: their page is where it sees them.
 */
export async function heldToTell(db: Db, name: string, before: Date): Promise<string[]> {
  const subject = sql<string>`'held ' || ${forwarded.id}::text`;
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(and(eq(notice.channel, name), eq(notice.kind, 'held'), eq(notice.subject, subject)));
  const rows = await db
    .select({ subject })
    .from(forwarded)
    .where(
      and(
        eq(forwarded.state, 'held'),
        eq(forwarded.confidential, false),
        lt(forwarded.arrivedAt, before),
        notExists(told),
      ),
    )
    .orderBy(asc(forwarded.id))
    .limit(200);
  return rows.map((row) => row.subject);
}

/** A mail that waits for the consultation desk; what it says stays closed until it is taken. */
export type HeldMail = Pick<
  Row,
  'id' | 'because' | 'confidential' | 'sender' | 'senderName' | 'subject' | 'receivedAt' | 'size'
>;

const HELD_COLUMNS = {
  id: forwarded.id,
  because: forwarded.because,
  confidential: forwarded.confidential,
  sender: forwarded.sender,
  senderName: forwarded.senderName,
  subject: forwarded.subject,
  receivedAt: forwarded.receivedAt,
  size: forwarded.size,
};

/** Oldest first, 200 at most: no more are held. For the consultation desk alone. */
export const heldMails = (db: Db): Promise<HeldMail[]> =>
  db
    .select(HELD_COLUMNS)
    .from(forwarded)
    .where(eq(forwarded.state, 'held'))
    .orderBy(asc(forwarded.arrivedAt), asc(forwarded.id))
    .limit(200);

/** One of them with its bytes; null when it waits no more. */
export async function loadHeld(
  db: Db,
  id: ForwardedId,
): Promise<(HeldMail & { readonly raw: Uint8Array; readonly receipt: Row['receipt'] }) | null> {
  const [row] = await db
    .select({ ...HELD_COLUMNS, raw: forwarded.raw, receipt: forwarded.receipt })
    .from(forwarded)
    .where(and(eq(forwarded.id, id), eq(forwarded.state, 'held'), isNotNull(forwarded.raw)));
  return row === undefined ? null : { ...row, raw: row.raw! };
}

/**
 * Ends a mail's waiting; of what it said nothing stays here. Whoever is to get a receipt stays named until it is sent.
 *
 * @returns false when somebody else was faster
 */
export async function settleHeld(
  tx: Db,
  id: ForwardedId,
  { state, by, at }: { readonly state: 'taken' | 'rejected'; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const sender = state === 'taken' ? {} : { sender: '', receipt: 'none' as const };
  const rows = await tx
    .update(forwarded)
    .set({ state, raw: null, subject: '', senderName: '', decidedBy: clean(by), decidedAt: at, ...sender })
    .where(and(eq(forwarded.id, id), eq(forwarded.state, 'held')))
    .returning({ id: forwarded.id });
  return rows.length > 0;
}

/** How many mails at the consultation address were left in the mailbox since then, by reason. */
export async function refusedSince(db: Db, since: Date): Promise<ReadonlyMap<NonNullable<Row['because']>, number>> {
  const rows = await db
    .select({ because: forwarded.because, mails: count() })
    .from(forwarded)
    .where(and(eq(forwarded.state, 'refused'), gte(forwarded.arrivedAt, since)))
    .groupBy(forwarded.because);
  return new Map(rows.flatMap(({ because, mails }) => (because === null ? [] : [[because, mails] as const])));
}

/** A receipt that could not be sent within these is not sent any more: it would only puzzle. */
export const RECEIPT_DAYS = 3;
