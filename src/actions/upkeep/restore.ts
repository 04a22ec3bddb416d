import type { Keys } from '../../config/index.ts';
import { loadDump, type Restored, requireSecret } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Reads a backup into an empty store and writes down, in the log that was restored, of when it is: whatever came after that is cut off.
 *
 * @param lines as `dumpStore` wrote them
 * @throws StoreError, Refusal `not-allowed`, ConfigError when the backup was written with another secret: nothing is restored then
 */
export async function restore(
  { audit, now, keys }: Pick<ActionDeps, 'audit' | 'now'> & { readonly keys: Keys },
  actor: Actor,
  lines: AsyncIterable<string>,
): Promise<Restored> {
  requireOperator(actor);
  return audit.during(
    async (tx) => {
      const restored = await loadDump(tx, lines);
      await requireSecret(tx, keys);
      return restored;
    },
    ({ at, rows }) => ({
      ...auditActorOf(actor, now()),
      action: 'store.restore',
      target: 'store',
      details: { backup: at, rows },
    }),
  );
}
