import { and, eq, notExists, sql } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN } from '../mails/handed-in.ts';
import { caseMail, mail, tally, verdict } from '../schema/core.ts';
import { failure, mark } from '../schema/jobs.ts';
import { reading } from '../schema/reading.ts';

/** Of a verdict what stays as a number. */
export const COUNTED = {
  id: verdict.mailId,
  band: verdict.band,
  day: sql<string>`to_char(${verdict.screenedAt} at time zone 'UTC', 'YYYY-MM-DD')`,
};

interface Counted {
  readonly id: MailId;
  readonly band: Band | null; // null: unreadable
  readonly day: string; // UTC
}

/** Deletes mails that stand in no case, with their verdicts and all that hangs on them; what stays are counts per day. */
export async function forgetMails(tx: Db, found: readonly Counted[]): Promise<void> {
  if (found.length === 0) return;
  const counts = new Map<string, { day: string; band: string; mails: number }>();
  for (const { day, band } of found) {
    const key = `${day} ${band ?? 'unreadable'}`;
    const known = counts.get(key) ?? { day, band: band ?? 'unreadable', mails: 0 };
    counts.set(key, { ...known, mails: known.mails + 1 });
  }
  await tx
    .insert(tally)
    .values([...counts.values()])
    .onConflictDoUpdate({ target: [tally.day, tally.band], set: { mails: sql`${tally.mails} + excluded.mails` } });
  await deleteMails(
    tx,
    found.map(({ id }) => id),
  );
}

/** Of a mail that was handed in nothing stays once its case is gone: it counts in no figures. */
export async function forgetHandedIn(tx: Db): Promise<void> {
  const inCase = tx.select({ one: sql`1` }).from(caseMail).where(eq(caseMail.mailId, mail.id));
  const found = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.source, HANDED_IN), notExists(inCase)));
  await deleteMails(
    tx,
    found.map(({ id }) => id),
  );
}

async function deleteMails(tx: Db, ids: readonly MailId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(failure).where(anyOf(failure.mailId, ids));
  await tx.delete(mark).where(anyOf(mark.mailId, ids));
  await tx.delete(reading).where(anyOf(reading.mailId, ids));
  await tx.delete(verdict).where(anyOf(verdict.mailId, ids));
  await tx.delete(mail).where(anyOf(mail.id, ids));
}
