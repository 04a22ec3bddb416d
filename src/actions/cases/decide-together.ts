import type { CaseId, PersonId } from '../../cases/index.ts';
import { type Actor, requirePerson, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { type DecisionGap, Refusal } from '../refusal.ts';
import { assign } from './assign.ts';
import { decide } from './decide.ts';
import { type DismissInput, gapsIn, type HandOverInput } from './decision-input.ts';
import { skip } from './pass-on.ts';

/** What can be done to several cases at once. An approval cannot: it says of each case how grave it is and on what it stands. */
export type TogetherInput =
  | DismissInput
  | HandOverInput
  | { readonly kind: 'assign'; readonly to: PersonId | null } // null: not said
  | { readonly kind: 'skip' };

/** What came of one of them. */
export interface Outcome {
  readonly id: CaseId;
  readonly refused: Refusal | null; // null: it was done
}

/**
 * Does the same to several cases, one after another, each by its own action with its own rules and audit entry: one that is
 * refused stays as it was and keeps no other back.
 *
 * @throws Refusal `not-allowed`, or `incomplete` before anything is done.
 *
 * @example
 * await decideTogether(deps, actor, ids, { kind: 'dismiss', reason: 'spam', note: '', misfires: [] });
 */
export async function decideTogether(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  ids: readonly CaseId[],
  input: TogetherInput,
): Promise<Outcome[]> {
  requireRight(actor, 'cases.decide');
  const missing: readonly DecisionGap[] = [...gapsOf(input), ...(ids.length === 0 ? (['cases'] as const) : [])];
  if (missing.length > 0) throw new Refusal({ code: 'incomplete', missing });
  return outcomesOf(ids, async (id) => {
    switch (input.kind) {
      case 'dismiss':
      case 'hand-over':
        return decide(deps, actor, id, input);
      case 'assign':
        return assign(deps, actor, id, input.to);
      case 'skip':
        return skip(deps, requirePerson(actor), id);
    }
  });
}

/** Does one thing to each case once, one after another; a refusal keeps no other back. */
export async function outcomesOf(ids: readonly CaseId[], doOne: (id: CaseId) => Promise<unknown>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of new Set(ids)) outcomes.push({ id, refused: await refusalOf(doOne(id)) });
  return outcomes;
}

function gapsOf(input: TogetherInput): readonly DecisionGap[] {
  switch (input.kind) {
    case 'dismiss':
    case 'hand-over':
      return gapsIn(input, []);
    case 'assign':
      return input.to === null ? ['to'] : [];
    case 'skip':
      return [];
  }
}

/** What an action was refused for; null: it was done. */
const refusalOf = (doing: Promise<unknown>): Promise<Refusal | null> =>
  doing.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
