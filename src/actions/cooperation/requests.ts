import type { Cooperation, CooperationId, Day } from '../../response/index.ts';
import {
  addCooperation as addToStore,
  answerCooperation as answerInStore,
  cooperationList,
} from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** A request as it came, or went out. */
export type NewCooperation = Omit<Cooperation, 'id' | 'by' | 'at' | 'answer'>;

const AT_ONCE = 200;

/** Requests among employers: what waits, the first due first, and what was answered last. @throws Refusal `not-allowed` */
export async function cooperationFor(
  { db, audit, now }: Pick<Deps, 'db' | 'audit' | 'now'>,
  actor: Actor,
): Promise<{ readonly waiting: readonly Cooperation[]; readonly answered: readonly Cooperation[] }> {
  requireRight(actor, 'cooperation.manage');
  await audit.record({ ...auditActorOf(actor, now()), action: 'cooperation.view', target: '', details: {} });
  const sight = visibilityOf(actor);
  return {
    waiting: await cooperationList(db, { answered: false, limit: AT_ONCE, offset: 0 }, sight),
    answered: await cooperationList(db, { answered: true, limit: AT_ONCE, offset: 0 }, sight),
  };
}

/** Writes down a request; nothing is sent. The log has its direction and day, never who or what. @throws Refusal `not-allowed`, `no-such-case`, `recused` */
export async function recordCooperation(deps: Deps, actor: Actor, given: NewCooperation): Promise<CooperationId> {
  requireRight(actor, 'cooperation.manage');
  const { caseId, direction, due } = given;
  if (caseId !== null) await admit(deps, actor, caseId);
  const at = deps.now();
  return deps.audit.during(
    (tx) => addToStore(tx, given, { by: nameOf(actor), at }),
    (id) => ({
      ...auditActorOf(actor, at),
      action: 'cooperation.record',
      target: `cooperation/${id}`,
      details: { direction, due },
    }),
  );
}

/** Writes down the answer, once. @returns false when there is no such request in sight, or it has one @throws Refusal `not-allowed` */
export async function answerCooperation(
  { audit, now }: Pick<Deps, 'audit' | 'now'>,
  actor: Actor,
  id: CooperationId,
  answer: { readonly words: string; readonly day: Day },
): Promise<boolean> {
  requireRight(actor, 'cooperation.manage');
  const at = now();
  return audit.during(
    (tx) => answerInStore(tx, id, answer, { by: nameOf(actor), at }, visibilityOf(actor)),
    (done) =>
      done
        ? { ...auditActorOf(actor, at), action: 'cooperation.answer', target: `cooperation/${id}`, details: {} }
        : null,
  );
}
