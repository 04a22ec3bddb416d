import type { Keys } from '../../config/index.ts';
import { changeSecret } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Has the store written with the secret that is here, after the one before was lost. The entry is the first one that it seals: what stands
 * before it can be verified with the lost one alone.
 *
 * @returns false when it is the same one @throws Refusal `not-allowed`
 */
export async function acceptKey(
  { audit, now, keys }: Pick<ActionDeps, 'audit' | 'now'> & { readonly keys: Keys },
  actor: Actor,
): Promise<boolean> {
  requireOperator(actor);
  return audit.during(
    (tx) => changeSecret(tx, keys),
    (changed) =>
      changed ? { ...auditActorOf(actor, now()), action: 'store.accept-key', target: 'store', details: {} } : null,
  );
}
