import type { Handler } from 'hono';
import { closeGuide } from '../../../actions/index.ts';
import { isGuideClosed } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { factsOf } from './facts.ts';
import { FirstStepsView } from './view.tsx';

/** What is to be done after the first sign-in of somebody who sets the service up. */
export const showFirstSteps =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const view = (
      <FirstStepsView
        messages={messages}
        facts={await factsOf(c, deps)}
        file={deps.configFile}
        mayTry={can(c, 'dictionaries.read')}
        closed={await isGuideClosed(deps.db, c.get('person')!.id)}
      />
    );
    return page(c, deps, { title: messages.firstSteps.title, section: 'mailboxes' }, view);
  };

/** Closes the guide, or offers it again. */
export const closeFirstSteps =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { closed } = await c.req.parseBody();
    await closeGuide(deps, actorOf(c, deps), closed === '1');
    return c.redirect(closed === '1' ? '/' : '/first-steps', 303);
  };
