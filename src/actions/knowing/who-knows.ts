import type { PolicyInForce } from '../../policy/index.ts';
import { type Knowing, whoKnows } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** Who has read what. @throws Refusal `not-allowed` */
export async function knowingFor(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: PersonActor,
  { version }: PolicyInForce,
): Promise<Knowing[]> {
  requireRight(actor, 'policy.manage');
  await audit.record({ ...auditActorOf(actor, now()), action: 'knowing.view', target: '', details: {} });
  return whoKnows(db, version?.id ?? null);
}
