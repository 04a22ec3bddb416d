import { policyInForce } from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import { isGuideClosed, judgedUpTo, listPeople, unusedInvitations, wasAnyJudged } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { type Facts, MANY_JUDGED, stateOfSteps } from './steps.ts';

/** Read anew each time, from the configuration in force and the store. */
export async function factsOf(c: WebContext, deps: FrontDeps): Promise<Facts> {
  return { ...(await uncounted(c, deps)), judged: await judgedUpTo(deps.db, MANY_JUDGED) };
}

async function uncounted(c: WebContext, deps: FrontDeps): Promise<Omit<Facts, 'judged'>> {
  const { db, sample } = deps;
  const { sources, channels } = await deps.status();
  const people = await listPeople(db);
  return {
    sources: sample
      ? []
      : sources.map(({ name, trouble, lastContactAt }) => ({ name, trouble, seen: lastContactAt !== null })),
    policy: (await policyInForce(deps, c.get('language'))).kind,
    deciders: people.filter(({ roles }) => mayWith(roles, 'cases.decide')).length,
    desk: people.filter(({ roles }) => roles.includes('desk')).length,
    unused: (await unusedInvitations(db)).length,
    channels,
  };
}

/** How many of the steps are done, for somebody who sets the service up; null: it is not offered to them, or they closed it. */
export async function stepsToOffer(c: WebContext, deps: FrontDeps): Promise<number | null> {
  if (c.req.header('hx-request') === 'true') return null; // the list alone is asked for anew
  if (!can(c, 'people.manage') || (await isGuideClosed(deps.db, c.get('person')!.id))) return null;
  const facts = { ...(await uncounted(c, deps)), judged: (await wasAnyJudged(deps.db)) ? 1 : 0 };
  return Object.values(stateOfSteps(facts)).filter((state) => state === 'done').length;
}
