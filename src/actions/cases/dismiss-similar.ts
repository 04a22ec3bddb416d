import { type CaseId, type CaseSummary, speaksOf } from '../../cases/index.ts';
import { similarCases } from '../../store/index.ts';
import { type PersonActor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { type DecisionGap, Refusal } from '../refusal.ts';
import { admit } from './admit.ts';
import { decide } from './decide.ts';
import { type DismissInput, gapsIn } from './decision-input.ts';

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

/**
 * Dismisses near-duplicates together, each as `decide` would; one that someone else decided meanwhile stays as they left it.
 *
 * @returns how many were dismissed, and how many could not be.
 * @throws Refusal
 */
export async function dismissSimilar(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
  { cases, ...dismissal }: DismissSimilarInput,
): Promise<{ readonly done: number; readonly left: number }> {
  await admit(deps, person, id);
  const chosen = (await similarTo(deps, person, id)).filter((one) => cases.includes(one.id));
  const missing: readonly DecisionGap[] = [
    ...gapsIn(dismissal, []),
    ...(chosen.length === 0 ? (['cases'] as const) : []),
  ];
  if (missing.length > 0) throw new Refusal({ code: 'incomplete', missing });
  let done = 0;
  for (const one of chosen) {
    try {
      await decide(deps, person, one.id, dismissal);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { done, left: chosen.length - done };
}
