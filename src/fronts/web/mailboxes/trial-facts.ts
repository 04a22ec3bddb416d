import { type Purpose, thresholdsInForce } from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import { listPeople, newestPastRun } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, type WebContext } from '../shell/page.tsx';
import type { BeginProps } from './begin.tsx';
import type { TrialProps } from './trial.tsx';

/** What stands around the steps of a mailbox: its newest trial, and who would look at its cases. */
export async function trialOf(
  c: WebContext,
  deps: FrontDeps,
  name: string,
  purpose: Purpose,
): Promise<{
  readonly trial: Pick<TrialProps, 'run' | 'level' | 'base' | 'isChosen' | 'mayRead' | 'isAlone'> | null;
  readonly ready: BeginProps['ready'];
}> {
  const people = await listPeople(deps.db);
  const ready = {
    deciders: people.filter(({ roles }) => mayWith(roles, 'cases.decide')).length,
    desk: people.filter(({ roles }) => roles.includes('desk')).length,
    channels: (await deps.status()).channels.filter(({ urgent }) => urgent).length,
  };
  if (purpose !== 'in' || !deps.past.sources.includes(name)) return { trial: null, ready };
  const run = await newestPastRun(deps.db, name);
  return {
    ready,
    trial: {
      isAlone: !people.some(({ roles }) => roles.includes('reviewer')),
      run,
      level: c.req.query('level'),
      base: run === null ? '' : await thresholdsInForce(deps, run),
      isChosen: c.req.query('chosen') === '1',
      mayRead: can(c, 'cases.read'),
    },
  };
}
