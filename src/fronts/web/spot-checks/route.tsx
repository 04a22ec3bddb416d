import type { Handler } from 'hono';
import { missedFor } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { MissedView } from './view.tsx';

/** How much is missed, as far as reading shows: numbers, no mail. */
export const showMissed =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const report = await missedFor(deps, actorOf(c, deps), deps);
    return page(
      c,
      deps,
      { title: messages.spotChecks.title, section: 'numbers', here: '/missed' },
      <MissedView
        messages={messages}
        clock={c.get('clock')}
        report={report}
        mayRead={can(c, 'cases.spot-check')}
        mayReadNumbers={can(c, 'numbers.read')}
      />,
    );
  };
