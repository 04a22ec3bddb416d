import type { Handler } from 'hono';
import { seeTakeovers, takeOver as takeOverCase } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { refusedPage } from './refused.ts';

/** Takes a case over from whoever is at it, and shows it. */
export const takeOver =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    try {
      await takeOverCase(deps, actorOf(c, deps), caseIdOf(c));
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${caseIdOf(c)}`, 303);
  };

export const takeoversSeen =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await seeTakeovers(deps, actorOf(c, deps));
    return c.redirect('/', 303);
  };
