import type { CaseId } from '../../cases/index.ts';
import { forgetTakeovers, takeOverClaim } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { admit } from './admit.ts';

/**
 * Takes a case over from whoever is at it. They are told, and the log keeps it; where nobody is at it nothing happens.
 *
 * @throws Refusal
 */
export async function takeOver(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<void> {
  requireRight(person, 'cases.take-over');
  await admit(deps, person, id);
  const at = deps.now();
  await deps.audit.during(
    (tx) => takeOverClaim(tx, id, reviewerOf(person), at),
    (taken) =>
      taken && {
        ...auditActorOf(person, at),
        action: 'case.take-over',
        target: `case/${id}`,
        details: { from: `account/${taken.person}` },
      },
  );
}

/** A person has seen what was taken over from them. */
export const seeTakeovers = ({ db }: Pick<ActionDeps, 'db'>, { id }: PersonActor): Promise<void> =>
  forgetTakeovers(db, id);
