import { decisionDeed } from '../../audit/index.ts';
import { type CaseDetail, CaseError, type Decision, type Feedback, STATUS_AFTER } from '../../cases/index.ts';
import { decide as decideCase } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { CaseStanding } from './standing.ts';

/** Writes a decision with its feedback and its audit entry. @param ownUntil see `DecidedWith`. @throws Refusal `case-status` or `case-claimed` */
export async function recordDecision(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  { id, heldBy }: CaseDetail,
  decision: Decision,
  { feedback = [], ownUntil }: { readonly feedback?: readonly Feedback[]; readonly ownUntil?: Date } = {},
): Promise<CaseStanding> {
  const at = now();
  const by = { person: personIdOf(actor), feedback, visibility: visibilityOf(actor), ...(ownUntil && { ownUntil }) };
  try {
    await audit.during(
      (tx) => decideCase(tx, id, decision, nameOf(actor), at, by),
      (recorded) => (recorded ? { ...auditActorOf(actor, at), ...decisionDeed(id, decision) } : null),
    );
  } catch (error) {
    throw error instanceof CaseError ? new Refusal({ code: CODES[error.code] }, error.message) : error;
  }
  return { id, status: STATUS_AFTER[decision.kind], heldBy };
}

/** What the rules and the store say no to, as a refusal. */
const CODES = { 'not-found': 'no-such-case', 'wrong-status': 'case-status', claimed: 'case-claimed' } as const;
