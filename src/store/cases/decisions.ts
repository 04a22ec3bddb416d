import { and, desc, eq } from 'drizzle-orm';
import {
  CaseError,
  type CaseId,
  type CaseStatus,
  currentDecision,
  type Decision,
  type Feedback,
  type HandOver,
  type PersonId,
  statusAfter,
} from '../../cases/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision as decisions } from '../schema/core.ts';
import { claim } from '../schema/review.ts';
import { liveClaim } from './claims.ts';
import { writeFeedback } from './feedback.ts';
import { assessedActs } from './found.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from './visibility.ts';
import { lockCase, type WaitingRow, waitAgainFor, waitingOf } from './waiting.ts';

/** What comes with a decision made in the review app. */
export interface DecidedWith {
  readonly person?: PersonId | null; // null for those who have none
  readonly feedback?: readonly Feedback[];
  readonly visibility?: Visibility;
  /** Of a reopening: only what this person decided, no later than this, is undone. */
  readonly ownUntil?: Date;
}

/**
 * Records what a person decided and ends the claim on the case. The case's row is locked, so that of two decisions at
 * the same time one fails. A hand-over without a word to whom the case waits for already decides nothing: a page that is
 * loaded anew sends it again, and taken back it would come to them.
 *
 * @returns whether it was recorded.
 * @throws CaseError when the case does not exist, its status does not allow the decision, or someone else is at it.
 */
export async function decide(
  db: Db,
  id: CaseId,
  decision: Decision,
  by: string,
  at: Date,
  { person, feedback = [], visibility = USUAL_VISIBILITY, ownUntil }: DecidedWith = {},
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, id, visibility);
    if (row === null) throw new CaseError('not-found', 'There is no such case.');
    const last = decision.kind === 'reopen' ? await newestDecision(tx, id) : null;
    const status = statusAfter(row.status, decision, last?.decision.kind);
    if (ownUntil !== undefined && (last === null || last.person !== person || last.at > ownUntil))
      throw new CaseError('wrong-status', 'The case was decided anew since.');
    const held = await liveClaim(tx, id, at);
    if (held !== null && held.person !== person)
      throw new CaseError('claimed', 'Someone else is looking at the case; wait, or ask them.');
    await tx.delete(claim).where(eq(claim.caseId, id));
    if (decision.kind === 'hand-over' && decision.note === '' && waitsForThem(row, decision)) return false;
    await tx
      .update(caseFile)
      .set({ status, ...(await effectOf(tx, id, decision, { row, last: last?.decision ?? null, by: clean(by), at })) })
      .where(eq(caseFile.id, id));
    const [made] = await tx
      .insert(decisions)
      .values({ caseId: id, decision: cleanJson(written(decision, row)), by: clean(by), person: person ?? null, at })
      .returning({ id: decisions.id });
    await writeFeedback(tx, { caseId: id, decisionId: made!.id, by: clean(by), at }, feedback);
    return true;
  });
}

type CaseValues = Partial<typeof caseFile.$inferInsert>;

/** As a decision is kept: a hand-over says for whom the case waited, so that it can be taken back. */
const written = (decision: Decision, row: WaitingRow): Decision =>
  decision.kind === 'hand-over' ? { ...decision, from: waitingOf(row) } : decision;

async function newestDecision(tx: Db, id: CaseId): Promise<Omit<LastDecision, 'status'> | null> {
  const [newest] = await tx
    .select({ decision: decisions.decision, person: decisions.person, at: decisions.at })
    .from(decisions)
    .where(eq(decisions.caseId, id))
    .orderBy(desc(decisions.id))
    .limit(1);
  return newest ? { ...newest, decision: currentDecision(newest.decision) } : null;
}

interface Circumstances {
  readonly row: WaitingRow; // before the decision
  readonly last: Decision | null; // that is undone
  readonly by: string;
  readonly at: Date;
}

/** What a decision changes on the case besides its status. */
async function effectOf(
  tx: Db,
  id: CaseId,
  decision: Decision,
  { row, last, by, at }: Circumstances,
): Promise<CaseValues> {
  switch (decision.kind) {
    case 'approve':
      return { decidedBy: by, decidedAt: at, acts: [...decision.acts] };
    case 'dismiss':
      return { decidedBy: by, decidedAt: at };
    case 'hand-over':
      return {
        assignee: decision.to.kind === 'person' ? decision.to.id : null,
        withConsultation: decision.to.kind === 'desk',
      };
    case 'reopen':
      if (last?.kind === 'hand-over') {
        const again = await waitAgainFor(tx, row, last.from ?? { kind: 'anyone' });
        return isAssignedSince(row, last) ? { withConsultation: again.withConsultation } : again;
      }
      return { decidedBy: null, decidedAt: null, acts: await assessedActs(tx, id) };
  }
}

/** Whether a case waits already for whom it is handed to. */
function waitsForThem(row: WaitingRow, { to }: HandOver): boolean {
  const waiting = waitingOf(row);
  return waiting.kind === 'person' ? to.kind === 'person' && waiting.id === to.id : waiting.kind === to.kind;
}

/** Whether a case that was handed over was assigned to somebody else afterwards. */
const isAssignedSince = ({ assignee }: WaitingRow, { to }: HandOver): boolean =>
  assignee !== null && !(to.kind === 'person' && to.id === assignee);

/** The newest decision on a case, and where the case stands. */
export interface LastDecision {
  readonly status: CaseStatus;
  readonly decision: Decision;
  readonly person: PersonId | null;
  readonly at: Date;
}

export async function lastDecision(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<LastDecision | null> {
  const [found] = await db
    .select({ status: caseFile.status, decision: decisions.decision, person: decisions.person, at: decisions.at })
    .from(decisions)
    .innerJoin(caseFile, eq(caseFile.id, decisions.caseId))
    .where(and(eq(decisions.caseId, id), isVisible(visibility)))
    .orderBy(desc(decisions.id))
    .limit(1);
  return found ? { ...found, decision: currentDecision(found.decision) } : null;
}
