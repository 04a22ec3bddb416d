import {
  type Approval,
  type CaseId,
  type Decision,
  type Dismissal,
  type Feedback,
  type HandOver,
  teaches,
} from '../../cases/index.ts';
import type { Account } from '../../store/index.ts';
import { type Actor, personIdOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { type AdmittedCase, admit } from './admit.ts';
import {
  type ApproveInput,
  type DecisionInput,
  type DismissInput,
  gapsIn,
  type HandOverInput,
} from './decision-input.ts';
import { misfiresIn, missedIn } from './feedback.ts';
import { recordDecision } from './record-decision.ts';
import type { CaseReading } from './recusal.ts';
import type { CaseStanding } from './standing.ts';

/**
 * Approves or dismisses a case, or hands it over. Asks in this order: the right, a case in sight, recusal, what the
 * decision says, status and claim.
 *
 * @throws Refusal when it cannot be done; nothing is written then.
 *
 * @example
 * await decide(deps, actor, id, { kind: 'dismiss', reason: 'joke', note: '', misfires: [] });
 */
export async function decide(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  input: DecisionInput,
): Promise<CaseStanding> {
  const admitted = await admit(deps, actor, id);
  const { detail } = admitted;
  const missing = gapsIn(input, detail.acts);
  if (missing.length > 0) throw new Refusal({ code: 'incomplete', missing });
  const decision = decisionOf(actor, admitted, input);
  return recordDecision(deps, actor, detail, decision, { feedback: await feedback() });

  async function feedback(): Promise<Feedback[]> {
    if (!teaches(detail)) return [];
    switch (input.kind) {
      case 'approve':
        return missedIn(deps.db, detail, input.missed);
      case 'dismiss':
        return misfiresIn(detail, input.misfires);
      case 'hand-over':
        return [];
    }
  }
}

/** The decision that an input without gaps stands for. */
function decisionOf(actor: Actor, admitted: AdmittedCase, input: DecisionInput): Decision {
  switch (input.kind) {
    case 'approve':
      return approvalOf(admitted, input);
    case 'dismiss':
      return dismissalOf(input);
    case 'hand-over':
      return handOverOf(actor, admitted, input);
  }
}

const approvalOf = ({ detail }: AdmittedCase, { acts, missed: _, ...said }: ApproveInput): Approval => ({
  ...said,
  acts: acts ?? detail.acts,
});

const dismissalOf = ({ note, reason }: DismissInput): Dismissal => ({ kind: 'dismiss', reason: reason!, note });

function handOverOf(actor: Actor, admitted: AdmittedCase, { note, to }: HandOverInput): HandOver {
  if (to!.kind === 'desk') {
    if (!hasDesk(admitted)) throw new Refusal({ code: 'wrong-recipient' }, 'to: nobody is at the consultation desk');
    return { kind: 'hand-over', to: to!, note };
  }
  const named = to!.id;
  if ([...admitted.recused].some((id) => id === named))
    throw new Refusal({ code: 'wrong-recipient' }, 'to.id: this person does not decide this case');
  const person = recipientsOf(actor, admitted).find(({ id }) => id === named);
  if (person === undefined) throw new Refusal({ code: 'wrong-recipient' });
  return { kind: 'hand-over', to: { kind: 'person', id: person.id, name: person.name }, note };
}

/** Whether someone at the consultation desk could decide the case. */
export const hasDesk = ({ deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>): boolean =>
  deciders.some(({ id, roles }) => roles.includes('desk') && !recused.has(id));

/** To whom whoever acts can hand a case over: everyone else who decides it. */
export const recipientsOf = (
  actor: Actor,
  { deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>,
): Account[] => deciders.filter(({ id }) => id !== personIdOf(actor) && !recused.has(id));
