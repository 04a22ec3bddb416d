import type { CaseId } from '../../cases/index.ts';
import { type Merger, mergeCases, splitCase } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { act, course, type Doer } from '../kernel/act.ts';
import { caseNumber, rowId } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

/**
 * Puts one open case into another, so that they are read and decided as one: the mails move, and what was handed in, written and cared for
 * stays where it is and is shown with the other. Whoever is recused from either leaves both to the others. An open and a confidential case
 * are never merged.
 *
 * @throws Refusal `not-merged`; `no-such-case` also when the part is not in sight
 */
export const merge = course({
  path: '/cases/:id/merge',
  right: 'cases.decide',
  about: 'id',
  ask: { id: rowId<CaseId>(), other: caseNumber() },
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>, { id, other }, doer) {
    if (other === null) throw wrongFields({ other: 'missing' });
    if (other !== id) await admit(deps, doer.actor, other);
    await deps.audit.during(
      async (tx) => requireMerged(await mergeCases(tx, other, id, mergerOf(doer))),
      () => ({
        ...auditActorOf(doer.actor, doer.at),
        action: 'case.merge',
        target: `case/${id}`,
        details: { part: other },
      }),
    );
  },
});

/** Takes a part out again: it is open, with what it brought and what its conversation brought since. @throws Refusal as `merge` */
export const split = act({
  path: '/cases/:id/split',
  right: 'cases.decide',
  audit: 'case.split',
  about: 'id',
  ask: { id: rowId<CaseId>(), part: rowId<CaseId>() },
  logged: ['part'],
  do: async (tx, { id, part }, doer) => requireMerged(await splitCase(tx, part, id, mergerOf(doer))),
  to: ({ id }) => `case/${id}`,
});

const mergerOf = ({ by, at, person, sight }: Doer): Merger => ({ by, at, person, ...sight });

export function requireMerged(problem: Awaited<ReturnType<typeof mergeCases>>): void {
  if (problem === 'not-found') throw new Refusal({ code: 'no-such-case' });
  if (problem !== null) throw new Refusal({ code: 'not-merged', problem });
}
