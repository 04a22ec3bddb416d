import type { CaseId, Claim } from '../../cases/index.ts';
import { claimCase } from '../../store/index.ts';
import { type PersonActor, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';

/**
 * Claims an open case, or renews the claim. Only people claim: programs and commands decide in one step.
 *
 * @throws Refusal; `case-status` when the case is not open, `case-claimed` when someone else is at it.
 */
export async function claim(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<Claim> {
  await admit(deps, person, id);
  const held = await claimCase(deps.db, id, reviewerOf(person), deps.now());
  if (held === null) throw new Refusal({ code: 'case-status' });
  if (held.person !== person.id) throw new Refusal({ code: 'case-claimed' });
  return held;
}
