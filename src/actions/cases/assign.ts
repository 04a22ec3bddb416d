import { type CaseId, mayAssign, type PersonId } from '../../cases/index.ts';
import { type Account, assignCase } from '../../store/index.ts';
import { type Actor, auditActorOf, personIdOf, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';
import type { CaseReading } from './recusal.ts';

/**
 * Assigns an open case to a person who decides it, or to nobody (null): it waits for them, whoever is at it now. For others
 * this needs the right; for oneself, that the case waits for nobody else. A program is nobody, so that it always needs the right.
 *
 * @throws Refusal; `wrong-recipient` for someone without sight or recused, `case-assigned` when it is somebody else's.
 *
 * @example
 * await assign(deps, actor, id, actor.id);
 */
export async function assign(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  to: PersonId | null,
): Promise<void> {
  if (to !== null && to !== personIdOf(actor)) requireRight(actor, 'cases.assign');
  const admitted = await admit(deps, actor, id);
  if (to !== null && !assigneesOf(admitted).some((one) => one.id === to))
    throw new Refusal({ code: 'wrong-recipient' });
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const may = (from: Parameters<typeof mayAssign>[1]) =>
        !('roles' in actor) || mayAssign({ id: personIdOf(actor), roles: actor.roles }, from, to);
      const outcome = await assignCase(tx, id, to, { visibility: visibilityOf(actor), may });
      if (outcome === 'assigned' || outcome === 'as-before') return outcome;
      throw new Refusal({ code: CODES[outcome] });
    },
    (outcome) =>
      outcome === 'as-before'
        ? null
        : {
            ...auditActorOf(actor, at),
            action: 'case.assign',
            target: `case/${id}`,
            details: { to: to === null ? 'nobody' : `account/${to}` },
          },
  );
}

const CODES = { 'not-found': 'no-such-case', 'wrong-status': 'case-status', others: 'case-assigned' } as const;

/** To whom a case can be assigned: everyone who decides it. */
export const assigneesOf = ({ deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>): Account[] =>
  deciders.filter(({ id }) => !recused.has(id));
