import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { mail, source } from '../schema/core.ts';
import { received } from './handed-in.ts';

/** A delivery as the spool keeps it. */
export interface StoredMail {
  readonly id: MailId;
  readonly source: string;
  readonly receivedAt: Date;
  readonly raw: Uint8Array | null; // null once it may not be kept any longer
  readonly hasVerdict: boolean;
}

/**
 * A delivery by its id; null when it is gone.
 *
 * @example
 * const mail = await loadMail(db, mailId);
 */
export async function loadMail(db: Db, mailId: MailId): Promise<StoredMail | null> {
  const [row] = await db.select().from(mail).where(eq(mail.id, mailId));
  return row ? storedMail(row) : null;
}

export const storedMail = ({ id, source, receivedAt, raw, waiting }: typeof mail.$inferSelect): StoredMail => ({
  id,
  source,
  receivedAt,
  raw,
  hasVerdict: !waiting,
});

/**
 * Ids of mails nobody has judged yet: the oldest of every source, then the second of every source, and so on. A source
 * that floods does not hold up the others.
 */
export async function mailsWithoutVerdict(db: Db, { limit }: { readonly limit: number }): Promise<MailId[]> {
  const first = db
    .select({ id: mail.id, place: sql<number>`row_number() over (order by ${mail.id})`.as('place') })
    .from(mail)
    .where(and(eq(mail.source, source.name), eq(mail.waiting, true)))
    .orderBy(asc(mail.id))
    .limit(limit)
    .as('first');
  const rows = await db
    .select({ id: first.id })
    .from(source)
    .crossJoinLateral(first)
    .orderBy(asc(first.place), asc(first.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** How many mails wait for a verdict. */
export async function spoolDepth(db: Db): Promise<number> {
  const [row] = await db
    .select({ mails: count() })
    .from(mail)
    .where(and(eq(mail.waiting, true), received));
  return row?.mails ?? 0;
}

/** The mails of one source that wait for a verdict. */
export interface Waiting {
  readonly source: string;
  readonly mails: number;
  readonly bytes: number;
  readonly oldest: Date; // when the one that has waited longest was stored
}

/** Sources of which no mail waits are left out. */
export async function waitingBySource(db: Db): Promise<Waiting[]> {
  return db
    .select({
      source: mail.source,
      mails: count(),
      bytes: sql<number>`sum(${mail.size})`.mapWith(Number),
      oldest: sql<Date>`min(${mail.storedAt})`.mapWith(mail.storedAt),
    })
    .from(mail)
    .where(and(eq(mail.waiting, true), received))
    .groupBy(mail.source)
    .orderBy(mail.source);
}
