import { type CaseId, type CaseSummary, speaksOf } from '../../cases/index.ts';
import { caseSummary, similarCases } from '../../store/index.ts';
import { type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { admit } from './admit.ts';
import { decideTogether, type Outcome } from './decide-together.ts';
import type { DismissInput } from './decision-input.ts';

/** Near-duplicates of a case as they are offered to a person: what speaks of them is for others. */
export const similarTo = async (
  { db, now }: Pick<ActionDeps, 'db' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<CaseSummary[]> =>
  (await similarCases(db, id, { person: person.id, now: now(), ...visibilityOf(person) })).filter(
    (one) => !speaksOf(one, person),
  );

export interface DismissSimilarInput extends DismissInput {
  readonly cases: readonly string[]; // ids; only near-duplicates can be named
}

/** The same of several cases: these themselves, as far as they are open and in sight, and what is nearly the same as any of them. */
export async function withSimilar(
  deps: Pick<ActionDeps, 'db' | 'now'>,
  person: PersonActor,
  ids: readonly CaseId[],
): Promise<{ readonly chosen: readonly CaseSummary[]; readonly similar: readonly CaseSummary[] }> {
  requireRight(person, 'cases.decide');
  const chosen: CaseSummary[] = [];
  const similar = new Map<CaseId, CaseSummary>();
  for (const id of new Set(ids)) {
    const own = await caseSummary(deps.db, id, visibilityOf(person));
    if (own?.status !== 'open' || speaksOf(own, person)) continue;
    chosen.push(own);
    for (const one of await similarTo(deps, person, id)) similar.set(one.id, one);
  }
  for (const { id } of chosen) similar.delete(id);
  return { chosen, similar: [...similar.values()] };
}

/**
 * Dismisses near-duplicates together, each as `decide` would; one that someone else decided meanwhile stays as they left it.
 *
 * @returns what came of each.
 * @throws Refusal
 */
export async function dismissSimilar(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
  { cases, ...dismissal }: DismissSimilarInput,
): Promise<Outcome[]> {
  await admit(deps, person, id);
  const chosen = (await similarTo(deps, person, id)).filter((one) => cases.includes(one.id));
  return decideTogether(
    deps,
    person,
    chosen.map((one) => one.id),
    dismissal,
  );
}
