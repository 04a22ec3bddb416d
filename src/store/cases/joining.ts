import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseKind, MailId } from '../../cases/index.ts';
import type { Act, Band, EntryId } from '../../detect/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { folded, gramsOf } from '../engine/search.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { whereItStands } from './whereabouts.ts';

/** What a list of cases shows of a mail. */
export interface Display {
  readonly from: string;
  readonly subject: string;
  readonly counterparty: string; // as the settings group senders
}

interface Surfaced {
  readonly mailId: MailId;
  readonly thread: string;
  readonly display: Display;
  readonly receivedAt: Date;
  readonly band: Band;
  readonly foundActs: readonly Act[]; // of its matches, counted or not
  readonly at: Date; // of the verdict
}

/**
 * Puts a surfaced mail into the newest open case of its thread and counterparty, or into that in which it stands. Where there is none it
 * opens one, linked to the closed case before it. Called after the mail's verdict was written, in the same transaction.
 */
export async function joinCase(tx: Db, surfaced: Surfaced): Promise<void> {
  const { mailId, thread, receivedAt, band } = surfaced;
  const counterparty = clean(surfaced.display.counterparty);
  const display = shownOf(surfaced.display);
  await takeAdvisoryLock(tx, 'thread', `${thread} ${counterparty}`);
  const same = and(eq(caseFile.kind, 'mail'), eq(caseFile.thread, thread), eq(caseFile.counterparty, counterparty));
  const [open] = await tx
    .select()
    .from(caseFile)
    .where(and(same, eq(caseFile.status, 'open')))
    .orderBy(desc(caseFile.id))
    .limit(1)
    .for('update'); // a decision made at this moment ends first: then the case is no longer open
  const before = open ? null : await closedBefore(tx, same);
  const joined = open ?? (before?.merged && before.file.status === 'open' ? before.file : null);
  if (joined === null) {
    const previousCase = before?.file.id ?? null;
    const found = await foundIn(tx, eq(verdict.mailId, mailId));
    const { at } = surfaced;
    await openCase(tx, {
      kind: 'mail',
      mailId,
      thread,
      receivedAt,
      at,
      band,
      ...found,
      foundActs: [...surfaced.foundActs],
      counterparty,
      previousCase,
      ...display,
    });
    return;
  }
  await tx.insert(caseMail).values({ mailId, caseId: joined.id });
  await tx
    .update(caseFile)
    .set({
      band: sql`greatest(${caseFile.band}, ${band})`,
      ...(await foundIn(tx, eq(caseMail.caseId, joined.id))),
      foundActs: withActs(surfaced.foundActs),
      ...(receivedAt >= joined.receivedAt ? { receivedAt, ...(open ? display : {}) } : {}), // another's head stays
    })
    .where(eq(caseFile.id, joined.id));
}

/** The newest case of a thread that is not open, or where it stands if it was merged. */
async function closedBefore(
  tx: Db,
  same: SQL | undefined,
): Promise<{ readonly file: typeof caseFile.$inferSelect; readonly merged: boolean } | null> {
  const [closed] = await tx.select().from(caseFile).where(same).orderBy(desc(caseFile.id)).limit(1);
  if (closed === undefined) return null;
  const merged = closed.status === 'merged';
  const file = merged ? await whereItStands(tx, closed.id) : closed;
  return file && { file, merged };
}

/** The acts that were found in a case so far, and these. */
export const withActs = (acts: readonly Act[]): SQL =>
  sql`array(select distinct unnest(${caseFile.foundActs} || ${sql.param([...acts], caseFile.foundActs)}) order by 1)`;

/** What a case shows and is found by. */
export function shownOf({ from, subject }: Pick<Display, 'from' | 'subject'>) {
  const search = folded(`${from} ${subject}`);
  return { from: clean(from), subject: clean(subject), search, grams: gramsOf(search) };
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
    readonly mailId: MailId;
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

/** A message of a case came in once more, perhaps through another source. */
export async function noteDelivery(
  tx: Db,
  { mailId, first }: { readonly mailId: MailId; readonly first: MailId },
): Promise<void> {
  const file = tx.select({ id: caseMail.caseId }).from(caseMail).where(eq(caseMail.mailId, first));
  const source = tx.select({ source: mail.source }).from(mail).where(eq(mail.id, mailId));
  await tx
    .update(caseFile)
    .set({ sources: sql`array(select distinct unnest(array_append(${caseFile.sources}, (${source}))) order by 1)` })
    .where(eq(caseFile.id, file));
}

/** What a case shows of its mails' verdicts. */
export async function foundIn(tx: Db, which: SQL): Promise<{ acts: Act[]; entries: EntryId[]; sources: string[] }> {
  const rows = await tx
    .select({ points: verdict.points, entries: verdict.entries, band: verdict.band, source: mail.source })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .where(which);
  return {
    acts: byHighestScore(rows.flatMap((row) => row.points)),
    // Only a watch brings an ordinary mail here: how it is decided tells nothing of the entries.
    entries: [...new Set(rows.flatMap((row) => (row.band === 'ordinary' ? [] : row.entries)))].sort(),
    sources: [...new Set(rows.map((row) => row.source))].sort(),
  };
}

function byHighestScore(points: readonly { readonly act: Act; readonly score: number }[]): Act[] {
  const highest = new Map<Act, number>();
  for (const { act, score } of points) highest.set(act, Math.max(score, highest.get(act) ?? 0));
  return [...highest].sort((a, b) => b[1] - a[1]).map(([act]) => act);
}

/** The acts found in a case's mails, by falling score: as they were before anyone corrected them. */
export const assessedActs = async (tx: Db, caseId: CaseId): Promise<Act[]> =>
  (await foundIn(tx, eq(caseMail.caseId, caseId))).acts;
