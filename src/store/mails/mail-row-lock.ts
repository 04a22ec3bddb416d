import { eq } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { mail } from '../schema/core.ts';

/** Locks the mail's row. @returns whence and when it was received, or null when it has a verdict. */
export async function lockMailRow(
  tx: Db,
  mailId: MailId,
): Promise<{ readonly receivedAt: Date; readonly source: string } | null> {
  const [row] = await tx
    .select({ receivedAt: mail.receivedAt, source: mail.source, waiting: mail.waiting })
    .from(mail)
    .where(eq(mail.id, mailId))
    .for('no key update');
  if (!row) throw new Error(`mail ${mailId} is not in the store`);
  return row.waiting ? row : null;
}

export async function endWaiting(tx: Db, mailId: MailId, keepRaw: boolean): Promise<void> {
  await tx
    .update(mail)
    .set({ waiting: false, ...(keepRaw ? {} : { raw: null }) })
    .where(eq(mail.id, mailId));
}
