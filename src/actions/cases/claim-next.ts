import type { CaseId } from '../../cases/index.ts';
import { claimNext as claimNextCase } from '../../store/index.ts';
import { type PersonActor, requireRight, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';

/**
 * Claims the case whose turn it is for a person. Those that speak of them are passed over and go to the others.
 *
 * @returns its id; null when none is left.
 * @throws Refusal `not-allowed`
 */
export async function claimNext(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
): Promise<CaseId | null> {
  requireRight(person, 'cases.decide');
  return claimNextCase(deps.db, reviewerOf(person), deps.now(), async (id) => {
    try {
      await admit(deps, person, id);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}
