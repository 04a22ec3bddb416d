import type { CaseId } from '../../cases/index.ts';
import { type Actor, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { admit } from './admit.ts';
import { type Outcome, outcomesOf } from './decide-together.ts';
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

/**
 * Undoes what a person did to several cases together, each with its own audit entry: what was decided since, by somebody else or anew, is
 * left as it is.
 *
 * @param until when it was done
 * @returns what came of each.
 * @throws Refusal `not-allowed`
 *
 * @example
 * await undoTogether(deps, person, ids, doneAt);
 */
export async function undoTogether(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
  ids: readonly CaseId[],
  until: Date,
): Promise<Outcome[]> {
  requireRight(person, 'cases.decide');
  return outcomesOf(ids, async (id) => {
    const { detail } = await admit(deps, person, id);
    return recordDecision(deps, person, detail, { kind: 'reopen', note: '' }, { ownUntil: until });
  });
}
