import { type CaseId, type CaseSummary, speaksOf } from '../../cases/index.ts';
import { caseSummary, declinedAmong, similarCases } from '../../store/index.ts';
import { type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import type { ActDeps } from '../kernel/act.ts';
import { admit } from './admit.ts';
import { dismiss } from './decide.ts';
import { decideTogether, type Outcome } from './decide-together.ts';
import { asToldTo, closedAmong } from './is-closed-to.ts';

/** Near-duplicates of a case as they are offered to a person: what speaks of them, or what they declined, is for others. */
export async function similarTo(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<CaseSummary[]> {
  const looking = { person: person.id, now: deps.now(), ...visibilityOf(person) };
  const similar = await asToldTo(deps, person, await similarCases(deps.db, id, looking));
  return similar.filter((one) => one.closed !== true && !speaksOf(one, person));
}

/** Several cases with what is nearly the same as any of them. */
export interface WithSimilar {
  readonly chosen: readonly CaseSummary[];
  readonly hidden: ReadonlySet<CaseId>; // among the chosen: what is not shown to the person
  readonly lookedUp: readonly CaseId[]; // of whom near-duplicates were looked for
  readonly similar: readonly CaseSummary[];
  readonly leftOut: number; // near-duplicates beyond `most`
}

/** For so many at once near-duplicates are looked for. */
const MOST_LOOKED_UP = 20;

/**
 * The same of several cases: these themselves, all that are open and in sight, and what is nearly the same as any of them, as far
 * as it makes no more than `most` together.
 *
 * @throws Refusal `not-allowed`
 */
export async function withSimilar(
  deps: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  person: PersonActor,
  ids: readonly CaseId[],
  most: number,
): Promise<WithSimilar> {
  requireRight(person, 'cases.decide');
  const { db } = deps;
  const chosen: CaseSummary[] = [];
  for (const id of new Set(ids)) {
    const own = await caseSummary(db, id, visibilityOf(person));
    if (own?.status === 'open') chosen.push(own);
  }
  const hidden = new Set(await declinedAmong(db, ids, person.id));
  for (const id of await closedAmong(deps, person, ids)) hidden.add(id);
  for (const one of chosen) if (speaksOf(one, person)) hidden.add(one.id);
  const lookedUp = chosen.flatMap(({ id }) => (hidden.has(id) ? [] : [id])).slice(0, MOST_LOOKED_UP);
  const found = new Map<CaseId, CaseSummary>();
  for (const id of lookedUp) for (const one of await similarTo(deps, person, id)) found.set(one.id, one);
  for (const { id } of chosen) found.delete(id);
  const similar = [...found.values()].slice(0, Math.max(0, most - chosen.length));
  return { chosen, hidden, lookedUp, similar, leftOut: found.size - similar.length };
}

/**
 * Dismisses near-duplicates together, each as by itself; one that someone else decided meanwhile stays as they left it.
 *
 * @param cases ids; only near-duplicates can be named
 * @param written what a dismissal asks
 * @returns what came of each.
 * @throws Refusal
 */
export async function dismissSimilar(
  deps: ActDeps,
  person: PersonActor,
  id: CaseId,
  cases: readonly string[],
  written: Readonly<Record<string, unknown>>,
): Promise<Outcome[]> {
  await admit(deps, person, id);
  const chosen = (await similarTo(deps, person, id)).filter((one) => cases.includes(one.id));
  return decideTogether(
    deps,
    person,
    chosen.map((one) => one.id),
    dismiss,
    written,
  );
}
