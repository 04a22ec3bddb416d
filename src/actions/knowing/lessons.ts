import type { Act } from '../../detect/index.ts';
import type { PolicyInForce } from '../../policy/index.ts';
import { type Knowing, noteLesson, whoKnows } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

/** A person finished a lesson. How often they answered before, and what, is nobody's business. */
export async function finishLesson({ audit, now }: Deps, person: PersonActor, act: Act): Promise<void> {
  const at = now();
  await audit.during(
    (tx) => noteLesson(tx, person.id, act, at),
    () => ({ ...auditActorOf(person, at), action: 'lesson.finish', target: `account/${person.id}`, details: { act } }),
  );
}

/** Who has read what. @throws Refusal `not-allowed` */
export async function knowingFor(
  { db, audit, now }: Deps,
  actor: PersonActor,
  { version }: PolicyInForce,
): Promise<Knowing[]> {
  requireRight(actor, 'policy.manage');
  await audit.record({ ...auditActorOf(actor, now()), action: 'knowing.view', target: '', details: {} });
  return whoKnows(db, version?.id ?? null);
}
