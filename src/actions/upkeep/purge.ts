import { type Purged, purge as purgeStore, type RetentionDays } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Deletes what has been kept long enough: in small transactions, so that it can be killed, and written down afterwards.
 * The service does so every hour and says nothing when there was nothing.
 *
 * @throws Refusal `not-allowed`
 */
export async function purge(
  { db, audit, now, retention }: Pick<ActionDeps, 'db' | 'audit' | 'now'> & { readonly retention: RetentionDays },
  actor: Actor,
): Promise<Purged> {
  requireOperator(actor);
  const at = now();
  const purged = await purgeStore(db, retention, at);
  const nothing = Object.values(purged).every((count) => count === 0);
  if (actor.kind !== 'service' || !nothing)
    await audit.record({
      ...auditActorOf(actor, at),
      action: 'store.purge',
      target: 'store',
      details: { ...purged },
    });
  return purged;
}
