import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { audit } from '../schema/audit.ts';
import { caseFile } from '../schema/core.ts';
import { claim, skip } from '../schema/review.ts';
import type { Reviewer } from './claims.ts';
import { isVisible } from './visibility.ts';
import { lockCase, released } from './waiting.ts';

/**
 * Never serves the case to this person again and lets it go; had it been handed to them, it waits for others. Handed to
 * them once more it is theirs.
 *
 * @returns whether there is such a case.
 */
export const skipCase = (db: Db, id: CaseId, who: Skipper, at: Date): Promise<boolean> =>
  passOn(db, id, who, { at, declined: false });

/**
 * The same for good: whoever hands the case to this person later hands it to anyone, and nobody can tell.
 *
 * @returns whether there is such a case.
 */
export const declineCase = (db: Db, id: CaseId, who: Skipper, at: Date): Promise<boolean> =>
  passOn(db, id, who, { at, declined: true });

type Skipper = Pick<Reviewer, 'id' | 'seesConfidential'>;

async function passOn(
  db: Db,
  id: CaseId,
  who: Skipper,
  how: { readonly at: Date; readonly declined: boolean },
): Promise<boolean> {
  const { id: person } = who;
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(and(eq(caseFile.id, id), isVisible(who)));
    if (!found) return false;
    await tx
      .insert(skip)
      .values({ caseId: id, person, ...how })
      .onConflictDoUpdate({
        target: [skip.caseId, skip.person],
        set: { declined: sql`${skip.declined} or excluded.declined` },
      });
    await handBack(tx, id, person);
    return true;
  });
}

/**
 * Undoes a skip or a declining: the case is served to this person again. Had it waited for them when they passed it on, and was
 * nobody named since, it waits for them once more.
 *
 * @returns whether there was something to undo.
 */
export async function unskipCase(tx: Db, id: CaseId, { id: person, ...who }: Skipper): Promise<boolean> {
  const found = await lockCase(tx, id, who);
  if (found === null) return false;
  const undone = await tx
    .delete(skip)
    .where(and(eq(skip.caseId, id), eq(skip.person, person)))
    .returning({ id: skip.caseId });
  if (undone.length === 0) return false;
  if (found.assignee === null && (await wasPassedOnBy(tx, id, person)))
    await tx
      .update(caseFile)
      .set({ assignee: person })
      .where(and(eq(caseFile.id, id), eq(caseFile.status, 'open')));
  return true;
}

/** Of the audit log: what names for whom a case waits, and what ends that. */
const NAMING = ['case.assign', 'case.hand-over', 'case.reopen', 'case.dismiss', 'case.approve'] as const;
const PASSING = ['case.skip', 'case.unskip'] as const;

/** One that can still be taken back. */
interface LoggedHandOver {
  readonly to: string | null;
  readonly from: string | null;
}

/**
 * Whether a case waited for a person when they passed it on, and was neither assigned nor handed over nor taken back since. Read
 * in the audit log, which alone keeps assignments and skips.
 */
async function wasPassedOnBy(tx: Db, id: CaseId, person: PersonId): Promise<boolean> {
  const entries = await tx
    .select({ action: audit.action, by: audit.person, to: sql<string | null>`${audit.details} ->> 'to'` })
    .from(audit)
    .where(and(eq(audit.target, `case/${id}`), inArray(audit.action, [...NAMING, ...PASSING])))
    .orderBy(asc(audit.seq));
  let waits: string | null = null; // for whom, as the log names them
  let passedBy: string | null = null; // nobody was named since
  let undoable: LoggedHandOver | null = null;
  for (const { action, by, to } of entries) {
    const own = `account/${by}`;
    if (action === 'case.skip') {
      if (waits === own) [waits, passedBy] = [null, own];
    } else if (action === 'case.unskip') {
      if (passedBy === own) [waits, passedBy] = [own, null];
    } else if (action === 'case.assign') {
      [waits, passedBy] = [to === 'nobody' ? null : to, null];
    } else if (action === 'case.hand-over') {
      undoable = { to, from: waits };
      [waits, passedBy] = [to, null];
    } else {
      const undone: LoggedHandOver | null = action === 'case.reopen' ? undoable : null;
      if (undone !== null && (waits === null || waits === undone.to)) [waits, passedBy] = [undone.from, null];
      undoable = null;
    }
  }
  return passedBy === `account/${person}`;
}

/** Lets a case go that a person is at or that was handed to them: it waits for them no more. @returns whether it was handed to them. */
export async function handBack(tx: Db, id: CaseId, person: PersonId): Promise<boolean> {
  await tx.delete(claim).where(and(eq(claim.caseId, id), eq(claim.person, person)));
  const had = await tx
    .update(caseFile)
    .set(released)
    .where(and(eq(caseFile.id, id), eq(caseFile.assignee, person), eq(caseFile.status, 'open')))
    .returning({ id: caseFile.id });
  return had.length > 0;
}

/** Whether `person` has skipped or declined the case of the row. */
export const skippedBy = (person: PersonId | SQLWrapper): SQL =>
  sql`exists (select from ${skip} where ${skip.caseId} = ${caseFile.id} and ${skip.person} = ${person})`;

/** Whether `person` has declined the case of the row. */
export const declinedBy = (person: PersonId | SQLWrapper): SQL =>
  sql`exists (select from ${skip} where ${skip.caseId} = ${caseFile.id} and ${skip.person} = ${person} and ${skip.declined})`;

/** Those among cases that `person` has declined. */
export async function declinedAmong(db: Db, ids: readonly CaseId[], person: PersonId): Promise<ReadonlySet<CaseId>> {
  const rows = await db
    .select({ id: skip.caseId })
    .from(skip)
    .where(and(inArray(skip.caseId, [...ids]), eq(skip.person, person), eq(skip.declined, true)));
  return new Set(rows.map(({ id }) => id));
}
