import type { Handler } from 'hono';
import { consultationDesk, shownPolicy } from '../../../actions/index.ts';
import { hasUnreadAnswer, policyReadings } from '../../../store/index.ts';
import { type FrontDeps, policyInForce } from '../../shared/index.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { PolicyView } from './view.tsx';

/** What the company's policy covers, everyone's rights, and the ways to ask for help. */
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
        mayProve={can(c, 'proof.read')}
        mayManage={can(c, 'policy.manage')}
        addresses={deps.consultation}
        desk={await consultationDesk(deps)}
        spotDays={deps.spotChecks.oneIn === null ? null : deps.spotChecks.days}
        answered={await hasUnreadAnswer(deps.db, person)}
      />
    );
    return page(c, deps, { title: messages.policy.title, section: 'policy' }, view);
  };
