import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { CaseKind } from '../cases/index.ts';
import type { Act, Band } from '../detect/index.ts';
import { clean } from './clean.ts';
import type { Db } from './db.ts';
import { caseFile, caseMail, verdict } from './schema.ts';
import { takeTurn } from './turns.ts';

/** What a list of cases shows of a mail. */
export interface Display {
  readonly from: string;
  readonly subject: string;
  readonly counterparty: string; // as the settings group senders
}

interface Surfaced {
  readonly mailId: string;
  readonly thread: string;
  readonly display: Display;
  readonly receivedAt: Date;
  readonly band: Band;
  readonly at: Date; // of the verdict
}

/**
 * Puts a surfaced mail into the newest open case of its thread and counterparty. Where there is none it opens one,
 * linked to the closed case before it. Called after the mail's verdict was written, in the same transaction.
 */
export async function joinCase(tx: Db, surfaced: Surfaced): Promise<void> {
  const { mailId, thread, receivedAt, band } = surfaced;
  const counterparty = clean(surfaced.display.counterparty);
  const display = { from: clean(surfaced.display.from), subject: clean(surfaced.display.subject) };
  await takeTurn(tx, 'thread', `${thread} ${counterparty}`);
  const same = and(eq(caseFile.kind, 'mail'), eq(caseFile.thread, thread), eq(caseFile.counterparty, counterparty));
  const [open] = await tx
    .select()
    .from(caseFile)
    .where(and(same, eq(caseFile.status, 'open')))
    .orderBy(desc(caseFile.id))
    .limit(1)
    .for('update'); // a decision made at this moment ends first: then the case is no longer open
  if (!open) {
    const [closed] = await tx
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(same)
      .orderBy(desc(caseFile.id))
      .limit(1);
    const previousCase = closed?.id ?? null;
    const acts = await actsOf(tx, eq(verdict.mailId, mailId));
    const { at } = surfaced;
    await openCase(tx, {
      kind: 'mail',
      mailId,
      thread,
      receivedAt,
      at,
      band,
      acts,
      counterparty,
      previousCase,
      ...display,
    });
    return;
  }
  await tx.insert(caseMail).values({ mailId, caseId: open.id });
  await tx
    .update(caseFile)
    .set({
      band: sql`greatest(${caseFile.band}, ${band})`,
      acts: await actsOf(tx, eq(caseMail.caseId, open.id)),
      ...(receivedAt >= open.receivedAt ? { receivedAt, ...display } : {}),
    })
    .where(eq(caseFile.id, open.id));
}

type CaseRow = typeof caseFile.$inferInsert;

/** Opens a case for a mail. */
export async function openCase(
  tx: Db,
  {
    mailId,
    at,
    kind,
    ...row
  }: Omit<CaseRow, 'openedBy' | 'openedAt' | 'kind'> & {
    readonly mailId: string;
    readonly at: Date;
    readonly kind: CaseKind;
  },
): Promise<void> {
  const [opened] = await tx
    .insert(caseFile)
    .values({ ...row, kind, openedBy: mailId, openedAt: at })
    .returning({ id: caseFile.id });
  await tx.insert(caseMail).values({ mailId, caseId: opened!.id });
}

/** The acts of some mails, each with its highest score, by falling score. */
async function actsOf(tx: Db, which: SQL): Promise<Act[]> {
  const rows = await tx
    .select({ points: verdict.points })
    .from(verdict)
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .where(which);
  const highest = new Map<Act, number>();
  for (const { act, score } of rows.flatMap((row) => row.points))
    highest.set(act, Math.max(score, highest.get(act) ?? 0));
  return [...highest].sort((a, b) => b[1] - a[1]).map(([act]) => act);
}
