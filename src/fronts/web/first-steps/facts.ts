import { mayWith } from '../../../cases/index.ts';
import { isGuideClosed, listPeople, unusedInvitations, verdictCounts } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { type Facts, STEPS, stateOfSteps } from './steps.ts';

/** Read anew each time, from the configuration in force and the store. */
export async function factsOf(c: WebContext, deps: FrontDeps): Promise<Facts> {
  const { db, sample } = deps;
  const { sources, channels } = await deps.status();
  const people = await listPeople(db);
  const counts = await verdictCounts(db);
  return {
    sources: sample
      ? []
      : sources.map(({ name, trouble, lastContactAt }) => ({ name, trouble, seen: lastContactAt !== null })),
    policy: (await deps.policy(c.get('language'))).kind,
    deciders: people.filter(({ roles }) => mayWith(roles, 'cases.decide')).length,
    desk: people.filter(({ roles }) => roles.includes('desk')).length,
    unused: (await unusedInvitations(db)).length,
    channels,
    judged: Object.values(counts).reduce((sum, n) => sum + n, 0),
  };
}

/** How many of the steps are done, for somebody who sets the service up; null: it is not offered to them, or all are done. */
export async function stepsToOffer(c: WebContext, deps: FrontDeps): Promise<number | null> {
  if (!can(c, 'people.manage') || (await isGuideClosed(deps.db, c.get('person')!.id))) return null;
  const done = Object.values(stateOfSteps(await factsOf(c, deps))).filter((state) => state === 'done').length;
  return done === STEPS.length ? null : done;
}
