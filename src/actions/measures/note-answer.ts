import type { CaseId } from '../../cases/index.ts';
import { addDemandAnswer } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

/** That, and when, somebody answered a demand where no folder of sent mails tells it. */
export interface AnswerInput {
  readonly at: Date;
  readonly note: string;
}

/**
 * Writes down that a demand was answered, so that the next one counts as a repeat.
 *
 * @throws Refusal `not-allowed`, `no-such-case` or `recused`
 */
export async function noteDemandAnswer(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  { at, note }: AnswerInput,
): Promise<void> {
  await admit(deps, actor, id);
  const now = deps.now();
  await deps.audit.during(
    async (tx) => {
      if (!(await addDemandAnswer(tx, id, { at, note }, { by: nameOf(actor), at: now }, visibilityOf(actor))))
        throw new Refusal({ code: 'no-such-case' });
    },
    () => ({
      ...auditActorOf(actor, now),
      action: 'case.demand-answer',
      target: `case/${id}`,
      details: { day: at.toISOString().slice(0, 10) },
    }),
  );
}
