import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { ForwardedId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { consultation, forwarded } from '../schema/consultation.ts';
import { RECEIPT_DAYS } from './forwarded.ts';

/** Somebody who is to be told that their mail became a consultation. */
export interface DueReceipt {
  readonly id: ForwardedId;
  readonly to: string; // address
  readonly consultation: string | null; // that they can look at; null: they have no account
}

const DAY_MS = 86_400_000;

/** Receipts nobody has begun to send, oldest first, 20 at most. */
export async function receiptsDue(db: Db, now: Date): Promise<DueReceipt[]> {
  const rows = await db
    .select({ id: forwarded.id, to: forwarded.sender, consultation: consultation.id, reporter: consultation.reporter })
    .from(forwarded)
    .leftJoin(consultation, eq(consultation.id, forwarded.consultation))
    .where(
      and(
        eq(forwarded.state, 'taken'),
        eq(forwarded.receipt, 'due'),
        ne(forwarded.sender, ''),
        gte(forwarded.arrivedAt, new Date(now.getTime() - RECEIPT_DAYS * DAY_MS)),
      ),
    )
    .orderBy(asc(forwarded.id))
    .limit(20);
  return rows.map(({ id, to, consultation, reporter }) => ({ id, to, consultation: reporter && consultation }));
}

/**
 * Says that a receipt is being sent. Whoever is killed now has perhaps sent it: it is not sent again, since a mail that comes twice
 * is worse than one that is missed, and the consultation is there.
 *
 * @returns false when another process is at it
 */
export async function beginReceipt(db: Db, id: ForwardedId): Promise<boolean> {
  const rows = await db
    .update(forwarded)
    .set({ receipt: 'sending' })
    .where(and(eq(forwarded.id, id), eq(forwarded.receipt, 'due')))
    .returning({ id: forwarded.id });
  return rows.length > 0;
}

/** What came of it: sent, or certainly not sent and due again. */
export async function endReceipt(db: Db, id: ForwardedId, outcome: 'sent' | 'due'): Promise<void> {
  await db
    .update(forwarded)
    .set(outcome === 'sent' ? { receipt: 'sent', sender: '', senderName: '' } : { receipt: 'due' })
    .where(eq(forwarded.id, id));
}
