import type { Handler } from 'hono';
import { endOtherSessions as endOthers, endOwnSession as endSession } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebEnv } from '../shell/page.tsx';
import { ME, mePage } from './page.tsx';

export const showMe =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    mePage(c, deps, {});

/** Only sessions of one's own can be named. */
export const endOwnSession =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const ended = await endSession(deps, actorOf(c, deps), c.req.param('session') ?? '');
    return ended ? c.redirect(ME, 303) : c.notFound();
  };

export const endOtherSessions =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await endOthers(deps, actorOf(c, deps), c.get('person')!.session);
    return c.redirect(ME, 303);
  };
