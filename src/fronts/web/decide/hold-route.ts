import type { Handler } from 'hono';
import { setHold } from '../../../actions/index.ts';
import { CaseError } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { idOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

export const holdOrRelease =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { hold } = await c.req.parseBody();
    try {
      await setHold(deps, idOf(c), hold === 'on', actorOf(c, deps), visibilityOf(c));
    } catch (error) {
      if (error instanceof CaseError) return c.notFound();
      throw error;
    }
    return c.redirect(`/cases/${idOf(c)}#hold`, 303);
  };
