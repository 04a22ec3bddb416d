import { dumpStore } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/**
 * Writes down that the whole store leaves the house, then writes it line by line.
 *
 * @returns starts the lines, once the entry is written.
 * @throws Refusal `not-allowed`
 */
export async function backup(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: Actor,
): Promise<(write: (line: string) => Promise<void>) => Promise<void>> {
  requireOperator(actor);
  const at = now();
  await audit.record({ ...auditActorOf(actor, at), action: 'store.backup', target: 'store', details: {} });
  return (write) => dumpStore(db, at, write);
}
