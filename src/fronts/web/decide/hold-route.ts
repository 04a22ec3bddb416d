import type { Handler } from 'hono';
import { hold } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { refusedPage } from './refused.ts';

export const holdOrRelease =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const form = await c.req.parseBody();
    try {
      await hold(deps, actorOf(c, deps), caseIdOf(c), { on: form.hold === 'on' });
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${caseIdOf(c)}#hold`, 303);
  };
