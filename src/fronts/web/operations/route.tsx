import type { Handler } from 'hono';
import { retryMails } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';

/** Has one mail screened again, or, when none is named, all that were given up. */
export const retry =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { mail } = await c.req.parseBody();
    const mailId = mail === undefined ? null : text(mail, 20);
    const retried = await retryMails(deps, actorOf(c, deps), mailId);
    return c.redirect(`/status?retried=${retried}#failed`, 303);
  };
