import type { CaseId } from '../../cases/index.ts';
import { holdCase } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';
import { type CaseStanding, standingOf } from './standing.ts';

/**
 * Keeps a case whatever its age, or ends that. Whoever is recused from it leaves it to the others.
 *
 * @throws Refusal
 *
 * @example
 * await hold(deps, actor, id, { on: true });
 */
export async function hold(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  { on }: { readonly on: boolean },
): Promise<CaseStanding> {
  requireRight(actor, 'cases.hold');
  await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      if (!(await holdCase(tx, id, on ? nameOf(actor) : null, visibilityOf(actor))))
        throw new Refusal({ code: 'no-such-case' });
    },
    () => ({
      ...auditActorOf(actor, at),
      action: on ? 'case.hold' : 'case.release',
      target: `case/${id}`,
      details: {},
    }),
  );
  return standingOf(deps.db, actor, id);
}
