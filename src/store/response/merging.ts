import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  type CaseId,
  type CaseMerging,
  type CasePart,
  type Mergeable,
  type MergeProblem,
  mergeProblem,
  type PersonId,
} from '../../cases/index.ts';
import { actsFound, type Band, currentAssessment } from '../../detect/index.ts';
import { liveClaim } from '../cases/claims.ts';
import { foundIn, withActs } from '../cases/found.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { waitAgainFor, waitingOf } from '../cases/waiting.ts';
import { lasts } from '../cases/whereabouts.ts';
import { consultationOf } from '../consultations/consultations.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseMerge, caseMergeMail } from '../schema/case-notes.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { claim } from '../schema/review.ts';

/** Who merges or splits, and when. */
export interface Merger extends Visibility {
  readonly person: PersonId | null; // null for those who have no account
  readonly by: string;
  readonly at: Date;
}

type CaseRow = typeof caseFile.$inferSelect;

/** What belongs together with a case that was found in sight. */
export async function mergingOf(db: Db, id: CaseId): Promise<CaseMerging> {
  const [own] = await db
    .select({ into: caseMerge.into })
    .from(caseMerge)
    .where(and(eq(caseMerge.part, id), lasts));
  const rows = await db
    .select({ id: caseMerge.part, kind: caseFile.kind, by: caseMerge.by, at: caseMerge.at })
    .from(caseMerge)
    .innerJoin(caseFile, eq(caseFile.id, caseMerge.part))
    .where(and(eq(caseMerge.into, id), lasts))
    .orderBy(asc(caseMerge.id));
  const parts: CasePart[] = [];
  for (const row of rows) parts.push({ ...row, report: await consultationOf(db, row.id) });
  return { into: own?.into ?? null, parts };
}

/**
 * Puts the mails of one open case into another. Its own row, with what was handed in, written and cared for there, stays as it is and
 * waits with the status `merged` until a split; nothing is deleted.
 *
 * @returns why not; `not-found` when one of them is not in sight, null when it was done.
 */
export async function mergeCases(
  tx: Db,
  part: CaseId,
  into: CaseId,
  who: Merger,
): Promise<MergeProblem | 'not-found' | null> {
  if (part === into) return 'itself';
  const rows = await lockBoth(tx, part, into, who);
  if (rows === null) return 'not-found';
  const problem = mergeProblem(await mergeable(tx, rows.part, who), await mergeable(tx, rows.into, who));
  if (problem !== null) return problem;
  await moveMails(tx, { part, into, acts: null, by: clean(who.by), at: who.at });
  await tx
    .update(caseFile)
    .set({
      ...(await foundIn(tx, eq(caseMail.caseId, into))),
      band: sql`greatest(${caseFile.band}, ${rows.part.band})`,
      foundActs: withActs(rows.part.foundActs),
      receivedAt: latest([rows.part.receivedAt, rows.into.receivedAt]),
      heldBy: rows.into.heldBy ?? rows.part.heldBy,
    })
    .where(eq(caseFile.id, into));
  return null;
}

/** Writes the merge down and moves the mails; the part waits, nobody is at it any more. */
export async function moveMails(tx: Db, merge: typeof caseMerge.$inferInsert): Promise<void> {
  const { part, into } = merge;
  const [made] = await tx.insert(caseMerge).values(merge).returning({ id: caseMerge.id });
  const moved = await tx
    .update(caseMail)
    .set({ caseId: into })
    .where(eq(caseMail.caseId, part))
    .returning({ mailId: caseMail.mailId });
  if (moved.length > 0)
    await tx.insert(caseMergeMail).values(moved.map(({ mailId }) => ({ mergeId: made!.id, mailId })));
  await tx.delete(claim).where(eq(claim.caseId, part));
  await tx.update(caseFile).set({ status: 'merged' }).where(eq(caseFile.id, part));
}

/**
 * Takes a part out of an open case again. It has the mails that it brought, and those that came in its own conversation meanwhile, and is
 * open; both cases show what their mails say.
 *
 * @returns why not; `not-found` when there is no such part in sight, null when it was done.
 */
export async function splitCase(
  tx: Db,
  part: CaseId,
  into: CaseId,
  who: Merger,
): Promise<'not-open' | 'claimed' | 'not-found' | null> {
  const rows = await lockBoth(tx, part, into, who);
  if (rows === null) return 'not-found';
  const [merge] = await tx
    .select({ id: caseMerge.id })
    .from(caseMerge)
    .where(and(eq(caseMerge.part, part), eq(caseMerge.into, into), lasts));
  if (merge === undefined) return 'not-found';
  if (rows.into.status !== 'open') return 'not-open';
  if ((await mergeable(tx, rows.into, who)).claimed) return 'claimed';
  const brought = tx
    .select({ mailId: caseMergeMail.mailId })
    .from(caseMergeMail)
    .where(eq(caseMergeMail.mergeId, merge.id));
  const own = inArray(caseMail.mailId, brought);
  const later = inArray(caseMail.mailId, laterMails(tx, rows));
  await tx
    .update(caseMail)
    .set({ caseId: part })
    .where(and(eq(caseMail.caseId, into), rows.part.thread === rows.into.thread ? own : sql`(${own} or ${later})`));
  await tx
    .update(caseMerge)
    .set({ endedBy: clean(who.by), endedAt: who.at })
    .where(eq(caseMerge.id, merge.id));
  await tx
    .update(caseFile)
    .set({ status: 'open', heldBy: rows.into.heldBy, ...(await waitAgainFor(tx, rows.part, waitingOf(rows.part))) })
    .where(eq(caseFile.id, part));
  for (const row of [rows.part, rows.into]) await showOwn(tx, row);
  return null;
}

/** Mails of the part's conversation that came in while it stood in the other case. */
const laterMails = (tx: Db, { part }: { readonly part: CaseRow }) =>
  tx.select({ mailId: verdict.mailId }).from(verdict).where(eq(verdict.thread, part.thread));

/** Both rows, locked in the order of their ids, so that of two merges at one time neither waits for the other for ever. */
export async function lockBoth(
  tx: Db,
  part: CaseId,
  into: CaseId,
  visibility: Visibility,
): Promise<{ readonly part: CaseRow; readonly into: CaseRow } | null> {
  const rows = await tx
    .select()
    .from(caseFile)
    .where(and(inArray(caseFile.id, [part, into]), isVisible(visibility)))
    .orderBy(asc(caseFile.id))
    .for('update');
  const [one, other] = [rows.find(({ id }) => id === part), rows.find(({ id }) => id === into)];
  return one && other ? { part: one, into: other } : null;
}

export async function mergeable(tx: Db, row: CaseRow, who: Merger): Promise<Mergeable> {
  const held = await liveClaim(tx, row.id, who.at);
  const [found] = await tx
    .select({ parts: count() })
    .from(caseMerge)
    .where(and(eq(caseMerge.into, row.id), lasts));
  const { id, kind, status, confidential, band, worry } = row;
  const claimed = held !== null && held.person !== who.person;
  return { id, kind, status, confidential, band, worry, parts: found!.parts, claimed };
}

/** Has a case show what its own mails say, after some came or went. */
async function showOwn(tx: Db, row: CaseRow): Promise<void> {
  const rows = await tx
    .select({ band: verdict.band, assessment: verdict.assessment, receivedAt: mail.receivedAt })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, row.id));
  const handedIn = row.kind === 'report';
  const bands = rows.map(({ band }) => (band === 'ordinary' ? 'grey' : band)); // only a watch brought one here
  const times = [...rows.map(({ receivedAt }) => receivedAt), ...(handedIn || rows.length === 0 ? [row.openedAt] : [])];
  await tx
    .update(caseFile)
    .set({
      ...(await foundIn(tx, eq(caseMail.caseId, row.id))),
      band: highest([...bands, ...(handedIn ? (['review'] as const) : [])]),
      foundActs: [
        ...new Set(
          rows.flatMap(({ assessment }) => (assessment === null ? [] : actsFound(currentAssessment(assessment)))),
        ),
      ].sort(),
      receivedAt: latest(times),
    })
    .where(eq(caseFile.id, row.id));
}

export const latest = (times: readonly Date[]): Date => new Date(Math.max(...times.map((time) => time.getTime())));

const RISING = ['ordinary', 'grey', 'review', 'urgent'] as const satisfies readonly Band[];

const highest = (bands: readonly (Band | null)[]): Band | null => RISING.findLast((one) => bands.includes(one)) ?? null;

/** A merge or a split as a history tells it. */
export interface MergeEvent {
  readonly kind: 'merge' | 'split';
  readonly part: CaseId;
  readonly into: CaseId;
  readonly by: string;
  readonly at: Date;
}

/** Every merge and split that a case was part of, oldest first; of cases out of sight nothing is told. */
export async function mergesOf(db: Db, id: CaseId, visibility: Visibility): Promise<MergeEvent[]> {
  const other = alias(caseFile, 'other');
  const rows = await db
    .select({ merge: caseMerge })
    .from(caseMerge)
    .innerJoin(caseFile, eq(caseFile.id, caseMerge.part))
    .innerJoin(other, eq(other.id, caseMerge.into))
    .where(
      and(
        sql`(${caseMerge.part} = ${id} or ${caseMerge.into} = ${id})`,
        isVisible(visibility),
        visibility.seesConfidential ? undefined : eq(other.confidential, false),
      ),
    )
    .orderBy(asc(caseMerge.id));
  return rows
    .flatMap(({ merge: { part, into, acts, by, at, endedBy, endedAt } }): MergeEvent[] => [
      ...(acts === null ? [{ kind: 'merge' as const, part, into, by, at }] : []), // one that joined is told as a deed
      ...(endedAt === null ? [] : [{ kind: 'split' as const, part, into, by: endedBy ?? '', at: endedAt }]),
    ])
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
