import type { Expert, ExpertId } from '../../response/index.ts';
import {
  addExpert as addToStore,
  endExpert as endInStore,
  type OpenRequest,
  openExpertRequests,
  standingExperts,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

/** Contacts outside, and requests that wait for an answer. @throws Refusal `not-allowed` */
export async function expertsFor(
  { db }: Pick<Deps, 'db'>,
  actor: PersonActor,
): Promise<{ readonly experts: readonly Expert[]; readonly open: readonly OpenRequest[] }> {
  requireRight(actor, 'experts.manage');
  return { experts: await standingExperts(db), open: await openExpertRequests(db, visibilityOf(actor)) };
}

/** @throws Refusal `not-allowed` */
export async function addExpert(
  { audit, now }: Deps,
  actor: PersonActor,
  expert: Omit<Expert, 'id'>,
): Promise<ExpertId> {
  requireRight(actor, 'experts.manage');
  const at = now();
  return audit.during(
    (tx) => addToStore(tx, expert, { by: actor.name, at }),
    (id) => ({
      ...auditActorOf(actor, at),
      action: 'expert.add',
      target: `expert/${id}`,
      details: { kind: expert.kind },
    }),
  );
}

/** Somebody is asked no more. @returns false when there is no such one @throws Refusal `not-allowed` */
export async function endExpert({ audit, now }: Deps, actor: PersonActor, id: ExpertId): Promise<boolean> {
  requireRight(actor, 'experts.manage');
  const at = now();
  return audit.during(
    (tx) => endInStore(tx, id, at),
    (ended) =>
      ended ? { ...auditActorOf(actor, at), action: 'expert.end', target: `expert/${id}`, details: {} } : null,
  );
}
