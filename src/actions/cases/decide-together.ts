import type { CaseId } from '../../cases/index.ts';
import { type Actor, type PersonActor, requireRight } from '../actor.ts';
import { type ActDeps, type DeclaredAct, perform } from '../kernel/act.ts';
import { Refusal } from '../refusal.ts';
import type { assign } from './assign.ts';
import { type dismiss, type handOver, reopening } from './decide.ts';
import type { skip } from './pass-on.ts';

/** What can be done to several cases at once. An approval cannot: it says of each case how grave it is and on what it stands. */
export type Together = typeof dismiss | typeof handOver | typeof assign | typeof skip;

/** What came of one of them. */
export interface Outcome {
  readonly id: CaseId;
  readonly refused: Refusal | null; // null: it was done
}

/**
 * Does the same to several cases, one after another, each by its own act with its own rules and audit entry: one that is
 * refused stays as it was and keeps no other back.
 *
 * @param written all that the act asks but the case
 * @throws Refusal `not-allowed`, or `incomplete` or `wrong-fields` before anything is done.
 *
 * @example
 * await decideTogether(deps, actor, ids, dismiss, { reason: 'spam' });
 */
export async function decideTogether(
  deps: ActDeps,
  actor: Actor,
  ids: readonly CaseId[],
  act: Together,
  written: Readonly<Record<string, unknown>>,
): Promise<Outcome[]> {
  requireRight(actor, 'cases.decide');
  if (ids.length === 0) throw new Refusal({ code: 'incomplete', missing: ['cases'] });
  return outcomesOf(ids, (id) => perform(act as DeclaredAct, deps as never, actor, { ...written, id }));
}

/**
 * Undoes what a person did to several cases together, each with its own audit entry: what was decided since, by somebody else or anew, is
 * left as it is.
 *
 * @param until when it was done
 * @returns what came of each.
 * @throws Refusal `not-allowed`
 */
export async function undoTogether(
  deps: ActDeps,
  person: PersonActor,
  ids: readonly CaseId[],
  until: Date,
): Promise<Outcome[]> {
  requireRight(person, 'cases.decide');
  const act = reopening(until);
  return outcomesOf(ids, (id) => perform(act, deps, person, { id }));
}

/** Does one thing to each case once, one after another; a refusal keeps no other back. */
async function outcomesOf(ids: readonly CaseId[], doOne: (id: CaseId) => Promise<unknown>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of new Set(ids)) outcomes.push({ id, refused: await refusalOf(doOne(id)) });
  return outcomes;
}

/** What an act was refused for; null: it was done. What is wrong with its fields is so for each case, and the first says it. */
const refusalOf = (doing: Promise<unknown>): Promise<Refusal | null> =>
  doing.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal && error.code !== 'wrong-fields') return error;
      throw error;
    },
  );
