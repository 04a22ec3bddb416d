import type { CaseId } from '../../cases/index.ts';
import type { Actor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { admit } from './admit.ts';
import { recordDecision } from './record-decision.ts';
import type { CaseStanding } from './standing.ts';

/**
 * Undoes the newest approval or dismissal: the case is open again. A hand-over is undone as long as nothing came after it: the
 * case waits for whom it waited before. Nothing is forgotten.
 *
 * @throws Refusal
 *
 * @example
 * await undo(deps, actor, id, { note: '' });
 */
export async function undo(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  { note }: { readonly note: string },
): Promise<CaseStanding> {
  const { detail } = await admit(deps, actor, id);
  return recordDecision(deps, actor, detail, { kind: 'reopen', note });
}
