import { asc, eq, exists, sql } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail } from '../schema/core.ts';
import { screenJob } from '../schema/jobs.ts';

/** Whence and when a mail was received. */
export interface LockedMail {
  readonly receivedAt: Date;
  readonly source: string;
  readonly inCase: boolean; // it was handed in, or could not be judged before
}

/**
 * Locks the rows of mails, in the same order for all.
 *
 * @returns those that have no verdict. @throws Error for a mail that is not there
 */
export async function lockMailRows(tx: Db, mailIds: readonly MailId[]): Promise<ReadonlyMap<MailId, LockedMail>> {
  const inCase = exists(tx.select({ one: sql`1` }).from(caseMail).where(eq(caseMail.mailId, mail.id))).mapWith(Boolean);
  const rows = await tx
    .select({ id: mail.id, receivedAt: mail.receivedAt, source: mail.source, waiting: mail.waiting, inCase })
    .from(mail)
    .where(anyOf(mail.id, mailIds))
    .orderBy(asc(mail.id))
    .for('no key update');
  const found = new Map(rows.map(({ id, ...row }) => [id, row]));
  for (const id of mailIds) if (!found.has(id)) throw new Error(`mail ${id} is not in the store`);
  return new Map([...found].filter(([, { waiting }]) => waiting));
}

/** What stays of a mail that was judged: all, all but its bytes, or not even what tells whether somebody has the same bytes. */
export type Kept = 'bytes' | 'hash' | 'nothing';

/** No job carries these mails any longer. What does not stay goes with this transaction. */
export async function endWaiting(tx: Db, mailIds: readonly MailId[], kept: Kept): Promise<void> {
  if (mailIds.length === 0) return;
  await tx
    .update(mail)
    .set({ waiting: false, ...(kept === 'bytes' ? {} : { raw: null }), ...(kept === 'nothing' ? { sha256: '' } : {}) })
    .where(anyOf(mail.id, mailIds));
  await tx.delete(screenJob).where(anyOf(screenJob.mailId, mailIds));
}
