import { EXPERT_KINDS, type Expert, type ExpertId } from '../../response/index.ts';
import {
  addExpert as addToStore,
  endExpert as endInStore,
  type OpenRequest,
  openExpertRequests,
  standingExperts,
} from '../../store/index.ts';
import { type PersonActor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { choice, line, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** Contacts outside, and requests that wait for an answer. @throws Refusal `not-allowed` */
export async function expertsFor(
  { db }: Pick<ActionDeps, 'db'>,
  actor: PersonActor,
): Promise<{ readonly experts: readonly Expert[]; readonly open: readonly OpenRequest[] }> {
  requireRight(actor, 'experts.manage');
  return { experts: await standingExperts(db), open: await openExpertRequests(db, visibilityOf(actor)) };
}

/** Somebody whom one may ask. */
export const addExpert = act({
  path: '/experts',
  right: 'experts.manage',
  audit: 'expert.add',
  ask: { kind: choice(EXPERT_KINDS), name: line(200), contact: line(500) },
  logged: ['kind'],
  to: (_, id: ExpertId) => `expert/${id}`,
  do: addToStore,
});

/** Somebody is asked no more. */
export const endExpert = act({
  path: '/experts/:expert/end',
  right: 'experts.manage',
  audit: 'expert.end',
  ask: { expert: rowId<ExpertId>() },
  logged: [],
  to: ({ expert }) => `expert/${expert}`,
  async do(tx, { expert }, { at }) {
    if (!(await endInStore(tx, expert, at))) throw new Refusal({ code: 'not-there' });
  },
});
