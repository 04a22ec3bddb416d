import { dumpService, type Store } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Writes down that the whole store leaves the house, then writes it, some lines at a time.
 *
 * @returns starts the lines, once the entry is written.
 * @throws Refusal `not-allowed`
 */
export async function backup(
  { store, audit, now }: Pick<ActionDeps, 'audit' | 'now'> & { readonly store: Pick<Store, 'db' | 'engine'> },
  actor: Actor,
): Promise<(write: (lines: string) => Promise<void>) => Promise<void>> {
  requireOperator(actor);
  const at = now();
  await audit.record({ ...auditActorOf(actor, at), action: 'store.backup', target: 'store', details: {} });
  return (write) => dumpService(store, at, write);
}
