import type { Handler } from 'hono';
import { readPolicy } from '../../../actions/index.ts';
import { type FrontDeps, policyInForce } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';

/** Somebody says that they have read what the page showed. */
export const sayRead =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const shown = text((await c.req.parseBody()).shown, 100);
    const knowing = { ...deps, timeZone: deps.company.timeZone };
    const policy = await policyInForce(deps, c.get('language'));
    const read = await readPolicy(knowing, actorOf(c, deps), policy, shown);
    return c.redirect(`/policy?${read}=1#company`, 303);
  };
