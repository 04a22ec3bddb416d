import { and, count, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { CaseId, MailId, Reopening } from '../../cases/index.ts';
import { takeAdvisoryLocks } from '../engine/advisory-lock.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision, verdict } from '../schema/core.ts';
import { type Display, openCase, shownOf } from './joining.ts';
import { BY_ITSELF } from './judged-after-all.ts';

/** The row in which mails of one sender that nobody can open stand together for a day: a case whose thread is made of both. */
const ROW = 'unopened-';

/** Whether a case is such a row. */
export const isFolded: SQL = sql`${caseFile.kind} = 'unreadable' and ${caseFile.thread} like ${`${ROW}%`}`;

/** A mail that nobody can open, for the row of its day. */
export interface UnopenedMail {
  readonly mailId: MailId;
  readonly sender: string | null; // keyed hash
  readonly day: string; // YYYY-MM-DD, where the company is
  readonly reason: string; // its code, which its verdict has already
  readonly display: Display;
  readonly receivedAt: Date;
  readonly at: Date; // of the verdict
  readonly source: string;
}

/**
 * Puts a mail into the row of its sender and day, or opens that. One that was dismissed stays so: whoever saw it said of these mails that they
 * are nothing, and is asked again only when one of another kind comes. After an approval a new row begins, linked to the old. See
 * docs/decisions/0050.
 */
export async function foldUnopened(tx: Db, mail: UnopenedMail): Promise<void> {
  const { mailId, sender, day, reason, display, receivedAt, at, source } = mail;
  const thread = `${ROW}${day}-${sender ?? 'nobody'}`;
  await takeAdvisoryLocks(tx, 'thread', [thread]);
  const [row] = await tx
    .select({ id: caseFile.id, status: caseFile.status, receivedAt: caseFile.receivedAt })
    .from(caseFile)
    .where(and(eq(caseFile.thread, thread), eq(caseFile.kind, 'unreadable')))
    .orderBy(desc(caseFile.id))
    .limit(1)
    .for('update');
  const shown = { ...shownOf(display), counterparty: clean(display.counterparty) };
  if (row === undefined || (row.status !== 'open' && row.status !== 'dismissed')) {
    const previousCase = row?.id ?? null;
    await openCase(tx, {
      ...shown,
      kind: 'unreadable',
      mailId,
      thread,
      receivedAt,
      at,
      sources: [source],
      previousCase,
    });
    return;
  }
  await tx.insert(caseMail).values({ mailId, caseId: row.id });
  await tx
    .update(caseFile)
    .set({
      ...(receivedAt >= row.receivedAt ? { receivedAt, ...shown } : {}),
      sources: sql`array(select distinct unnest(array_append(${caseFile.sources}, ${source}::text)) order by 1)`,
    })
    .where(eq(caseFile.id, row.id));
  if (row.status === 'dismissed' && (await isNewKind(tx, row.id, mailId, reason))) await reopen(tx, row.id, at);
}

async function isNewKind(tx: Db, id: CaseId, mailId: MailId, reason: string): Promise<boolean> {
  const same = tx
    .select({ id: caseMail.mailId })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, id), ne(caseMail.mailId, mailId), eq(verdict.failure, reason)))
    .limit(1);
  return (await same).length === 0;
}

const ANOTHER_KIND: Reopening = {
  kind: 'reopen',
  note: '却下のあとに、別の種類の開けないメールが届きました。/ After the dismissal a mail came that cannot be opened for another reason.',
};

async function reopen(tx: Db, id: CaseId, at: Date): Promise<void> {
  await tx.update(caseFile).set({ status: 'open', decidedBy: null, decidedAt: null }).where(eq(caseFile.id, id));
  await tx.insert(decision).values({ caseId: id, decision: ANOTHER_KIND, by: BY_ITSELF, at });
}

/** Why the mails of a row cannot be opened, and how many of each, the most first. */
export type FoldedRow = readonly { readonly reason: string; readonly mails: number }[];

/** Those of these cases that are rows of a day. */
export async function foldedRows(db: Db, ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, FoldedRow>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: caseFile.id, reason: verdict.failure, mails: count() })
    .from(caseFile)
    .innerJoin(caseMail, eq(caseMail.caseId, caseFile.id))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(inArray(caseFile.id, [...ids]), isFolded))
    .groupBy(caseFile.id, verdict.failure)
    .orderBy(desc(count()), verdict.failure);
  const rows = new Map<CaseId, { reason: string; mails: number }[]>();
  for (const { id, reason, mails } of found) {
    const row = rows.get(id) ?? [];
    row.push({ reason: reason ?? '', mails });
    rows.set(id, row);
  }
  return rows;
}
