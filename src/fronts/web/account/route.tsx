import type { Handler } from 'hono';
import { endOtherSessions as endOthers } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebEnv } from '../shell/page.tsx';
import { ME, mePage } from './page.tsx';

export const showMe =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    mePage(c, deps, {});

export const endOtherSessions =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await endOthers(deps, actorOf(c, deps), c.get('person')!.session);
    return c.redirect(ME, 303);
  };
