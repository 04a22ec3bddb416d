import { loadDump, type Restored } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Reads a backup into an empty store and writes down, in the log that was restored, of when it is: whatever came after that is cut off.
 *
 * @param lines as `dumpStore` wrote them
 * @throws StoreError, Refusal `not-allowed`
 */
export async function restore(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  lines: AsyncIterable<string>,
): Promise<Restored> {
  requireOperator(actor);
  return audit.during(
    (tx) => loadDump(tx, lines),
    ({ at, rows }) => ({
      ...auditActorOf(actor, now()),
      action: 'store.restore',
      target: 'store',
      details: { backup: at, rows },
    }),
  );
}
