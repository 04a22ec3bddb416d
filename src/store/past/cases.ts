import { and, asc, between, desc, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus, MailId, PastCase, PastRunId } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { pastCase, pastRun } from '../schema/past.ts';

/** Cases that began with mails of a source and were decided in a span; what employees handed in was never judged to be found. */
const decidedIn = ({ since, until }: { readonly since: Date; readonly until: Date }): SQL =>
  and(
    eq(caseFile.kind, 'mail'),
    inArray(caseFile.status, ['approved', 'dismissed']),
    between(caseFile.decidedAt, since, until),
    isVisible(USUAL_VISIBILITY),
  )!;

type DecidedSpan = Parameters<typeof decidedIn>[0];

/** How many cases there are to compare; confidential ones are in no count. */
export const countDecided = (db: Db, span: DecidedSpan): Promise<number> => db.$count(caseFile, decidedIn(span));

/** Decided cases in the order of their numbers, behind one of them. */
export async function decidedToCompare(
  db: Db,
  { after, limit, ...span }: DecidedSpan & { readonly after: CaseId | null; readonly limit: number },
): Promise<Pick<PastCase, 'caseId' | 'outcome'>[]> {
  const rows = await db
    .select({ caseId: caseFile.id, status: caseFile.status })
    .from(caseFile)
    .where(and(decidedIn(span), after === null ? undefined : gt(caseFile.id, after)))
    .orderBy(asc(caseFile.id))
    .limit(limit);
  return rows.map(({ caseId, status }) => ({ caseId, outcome: status as PastCase['outcome'] }));
}

/** Mails of a case that were judged and are kept whole, the newest first; second deliveries are left out. */
export async function keptMailsOf(db: Db, id: CaseId, limit: number): Promise<MailId[]> {
  const rows = await db
    .select({ id: mail.id })
    .from(caseMail)
    .innerJoin(mail, and(eq(mail.id, caseMail.mailId), isNotNull(mail.raw)))
    .innerJoin(verdict, and(eq(verdict.mailId, mail.id), eq(verdict.outcome, 'assessed'), isNull(verdict.duplicateOf)))
    .where(eq(caseMail.caseId, id))
    .orderBy(desc(mail.receivedAt), desc(mail.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Writes down what was made of some cases, together with how far the run is: whoever else worked at them writes nothing. A case that was
 * deleted meanwhile is left out of what is listed, and counted.
 *
 * @returns false when the run is not running any more, or others are further
 */
export async function commitPastCases(db: Db, id: PastRunId, rows: readonly PastCase[], at: Date): Promise<boolean> {
  const [first] = rows;
  if (first === undefined) return true;
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(pastRun)
      .set({ rows: sql`${pastRun.rows} + ${rows.length}`, done: sql`${pastRun.done} + ${rows.length}`, changedAt: at })
      .where(and(eq(pastRun.id, id), eq(pastRun.state, 'running'), eq(pastRun.rows, first.n)))
      .returning({ id: pastRun.id });
    if (moved.length === 0) return false;
    const ids = rows.map(({ caseId }) => caseId);
    const there = await tx.select({ id: caseFile.id }).from(caseFile).where(inArray(caseFile.id, ids)).for('key share');
    const known = new Set(there.map((row) => row.id));
    const kept = rows.filter(({ caseId }) => known.has(caseId));
    if (kept.length > 0) await tx.insert(pastCase).values(kept.map((row) => ({ ...row, run: id })));
    return true;
  });
}

const columns = {
  n: pastCase.n,
  caseId: pastCase.caseId,
  outcome: pastCase.outcome,
  verdicts: pastCase.verdicts,
};

/** All cases of a run in their order. */
export const pastCases = (db: Db, id: PastRunId): Promise<PastCase[]> =>
  db.select(columns).from(pastCase).where(eq(pastCase.run, id)).orderBy(asc(pastCase.n));

/** A case that the versions of a run judge otherwise, as a list shows it. */
export interface ListedPastCase extends PastCase {
  readonly receivedAt: Date;
  readonly status: CaseStatus; // as it stands now
}

/** Some of those that somebody may see, the newest case first, before the number `before`. */
export async function pastCasePage(
  db: Db,
  id: PastRunId,
  { before, limit }: { readonly before: number | null; readonly limit: number },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<ListedPastCase[]> {
  return db
    .select({ ...columns, receivedAt: caseFile.receivedAt, status: caseFile.status })
    .from(pastCase)
    .innerJoin(caseFile, and(eq(caseFile.id, pastCase.caseId), isVisible(visibility)))
    .where(and(eq(pastCase.run, id), before === null ? undefined : lt(pastCase.n, before)))
    .orderBy(desc(pastCase.n))
    .limit(limit);
}
