import { and, asc, count, eq, gt } from 'drizzle-orm';
import type { Db } from './db.ts';
import { isRowId } from './ids.ts';
import { mail } from './schema.ts';

/** A delivery as the spool keeps it. */
export interface StoredMail {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly raw: Uint8Array | null; // null once it may not be kept any longer
  readonly hasVerdict: boolean;
}

export async function loadMail(db: Db, mailId: string): Promise<StoredMail | null> {
  if (!isRowId(mailId)) return null;
  const [row] = await db.select().from(mail).where(eq(mail.id, mailId));
  if (!row) return null;
  return { id: row.id, source: row.source, receivedAt: row.receivedAt, raw: row.raw, hasVerdict: !row.waiting };
}

/** Ids of mails nobody has judged yet, in the order they were stored; `afterId` is the last one of the page before. */
export async function mailsWithoutVerdict(
  db: Db,
  { limit, afterId }: { readonly limit: number; readonly afterId: string | null },
): Promise<string[]> {
  const rows = await db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.waiting, true), afterId === null ? undefined : gt(mail.id, afterId)))
    .orderBy(asc(mail.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** How many mails wait for a verdict. */
export async function spoolDepth(db: Db): Promise<number> {
  const [row] = await db.select({ mails: count() }).from(mail).where(eq(mail.waiting, true));
  return row?.mails ?? 0;
}
