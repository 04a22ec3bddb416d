import type { CaseId, MergeProblem } from '../../cases/index.ts';
import { type Merger, mergeCases, splitCase } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** Why a merge or a split was not done, carried out of the transaction: nothing was written. */
class NotMerged extends Error {
  readonly problem: MergeProblem;
  constructor(problem: MergeProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Puts one open case into another, so that they are read and decided as one: the mails move, and what was handed in, written and cared for
 * stays where it is and is shown with the other. Whoever is recused from either leaves both to the others. An open and a confidential case
 * are never merged.
 *
 * @returns why not; null when it was done
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case` when either is not in sight.
 *
 * @example
 * const problem = await merge(deps, actor, part, into);
 */
export async function merge(deps: Deps, actor: Actor, part: CaseId, into: CaseId): Promise<MergeProblem | null> {
  await admit(deps, actor, into);
  if (part !== into) await admit(deps, actor, part);
  return recorded(deps, actor, 'case.merge', { part, into }, mergeCases);
}

/**
 * Takes a part out again: it is open, with what it brought and what its conversation brought since.
 *
 * @returns why not; null when it was done
 * @throws Refusal as `merge`
 */
export async function split(deps: Deps, actor: Actor, part: CaseId, into: CaseId): Promise<MergeProblem | null> {
  await admit(deps, actor, into);
  return recorded(deps, actor, 'case.split', { part, into }, splitCase);
}

type Pair = { readonly part: CaseId; readonly into: CaseId };
type Doing = (tx: Deps['db'], part: CaseId, into: CaseId, who: Merger) => Promise<MergeProblem | 'not-found' | null>;

async function recorded(
  deps: Deps,
  actor: Actor,
  action: 'case.merge' | 'case.split',
  { part, into }: Pair,
  act: Doing,
): Promise<MergeProblem | null> {
  const at = deps.now();
  try {
    await deps.audit.during(
      async (tx) => {
        const who = { by: nameOf(actor), at, person: personIdOf(actor), ...visibilityOf(actor) };
        const problem = await act(tx, part, into, who);
        if (problem === 'not-found') throw new Refusal({ code: 'no-such-case' });
        if (problem !== null) throw new NotMerged(problem);
      },
      () => ({ ...auditActorOf(actor, at), action, target: `case/${into}`, details: { part } }),
    );
    return null;
  } catch (error) {
    if (error instanceof NotMerged) return error.problem;
    throw error;
  }
}
