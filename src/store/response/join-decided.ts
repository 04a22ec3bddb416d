import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { type CaseId, currentDecision, type Joinable, joinProblem, type MergeProblem } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import { foundIn, withActs } from '../cases/found.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseAddition, caseMerge } from '../schema/case-notes.ts';
import { caseFile, caseMail, decision } from '../schema/core.ts';
import { latest, lockBoth, type Merger, mergeable, moveMails } from './merging.ts';

/**
 * Puts the mails of one open case into one that was approved. What was decided there, its acts, its band and its reasons stay as they are;
 * `acts` are those that whoever joins them confirmed of these mails, and count as demands made again.
 *
 * @returns why not; `not-found` when one of them is not in sight, null when it was done
 */
export async function joinDecided(
  tx: Db,
  part: CaseId,
  into: CaseId,
  acts: readonly Act[],
  who: Merger,
): Promise<MergeProblem | 'not-found' | null> {
  if (part === into) return 'itself';
  const rows = await lockBoth(tx, part, into, who);
  if (rows === null) return 'not-found';
  const gravest = (await newestApproval(tx, into))?.severity === 3;
  const problem = joinProblem(await mergeable(tx, rows.part, who), await mergeable(tx, rows.into, who), gravest);
  if (problem !== null) return problem;
  await moveMails(tx, { part, into, acts: [...acts], by: clean(who.by), at: who.at });
  const { sources } = await foundIn(tx, eq(caseMail.caseId, into));
  await tx
    .update(caseFile)
    .set({
      sources,
      foundActs: withActs(rows.part.foundActs), // what is hidden goes by them
      receivedAt: latest([rows.part.receivedAt, rows.into.receivedAt]),
      heldBy: rows.into.heldBy ?? rows.part.heldBy,
    })
    .where(eq(caseFile.id, into));
  await tx
    .update(caseAddition)
    .set({ seenBy: clean(who.by), seenAt: who.at })
    .where(and(eq(caseAddition.further, part), isNull(caseAddition.seenAt)));
  return null;
}

async function newestApproval(tx: Db, id: CaseId) {
  const [newest] = await tx
    .select({ decision: decision.decision })
    .from(decision)
    .where(eq(decision.caseId, id))
    .orderBy(desc(decision.id))
    .limit(1);
  const current = newest && currentDecision(newest.decision);
  return current?.kind === 'approve' ? current : null;
}

const MOST = 3;

/** Approved cases that an open one may join: the one of its conversation first, then the newest of the same other side; three at most. */
export async function joinableFor(db: Db, id: CaseId, visibility: Visibility): Promise<Joinable[]> {
  const [own] = await db
    .select({
      previous: sql<CaseId | null>`coalesce((select into_case from ${caseMerge} where part = ${caseFile.previousCase} and ended_at is null), ${caseFile.previousCase})::text`,
      counterparty: caseFile.counterparty,
      confidential: caseFile.confidential,
    })
    .from(caseFile)
    .where(
      and(eq(caseFile.id, id), eq(caseFile.status, 'open'), ne(caseFile.kind, 'unreadable'), isVisible(visibility)),
    );
  if (own === undefined) return [];
  const { previous, counterparty, confidential } = own;
  const ofThread = sql`${caseFile.id} = ${previous}::bigint`;
  const rows = await db
    .select({ id: caseFile.id, acts: caseFile.acts, decidedBy: caseFile.decidedBy, decidedAt: caseFile.decidedAt })
    .from(caseFile)
    .where(
      and(
        eq(caseFile.status, 'approved'),
        eq(caseFile.confidential, confidential),
        or(
          previous === null ? undefined : ofThread,
          counterparty === '' ? undefined : eq(caseFile.counterparty, counterparty),
        ) ?? sql`false`,
      ),
    )
    .orderBy(previous === null ? sql`1` : sql`(${ofThread}) desc`, desc(caseFile.decidedAt), desc(caseFile.id))
    .limit(MOST);
  return rows.map(({ id, acts, decidedBy, decidedAt }) => ({
    id,
    acts,
    decidedBy: decidedBy ?? '',
    decidedAt: decidedAt!,
  }));
}
