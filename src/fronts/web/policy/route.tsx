import type { Handler } from 'hono';
import { shownPolicy } from '../../../actions/index.ts';
import { policyReadings } from '../../../store/index.ts';
import { type FrontDeps, policyInForce } from '../../shared/index.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { PolicyView } from './view.tsx';

/** What the company's policy covers, and everyone's rights. */
export const showPolicy =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const policy = await policyInForce(deps, c.get('language'));
    const person = c.get('person')!.id;
    const { version } = policy;
    const view = (
      <PolicyView
        messages={messages}
        clock={c.get('clock')}
        policy={policy}
        shown={shownPolicy(policy)}
        readAt={version === null ? null : ((await policyReadings(deps.db, person)).get(version.id) ?? null)}
        changed={c.req.query('changed') === '1'}
        spotDays={deps.spotChecks.oneIn === null ? null : deps.spotChecks.days}
      />
    );
    return page(c, deps, { title: messages.policy.title, section: 'policy' }, view);
  };
