import type { Handler } from 'hono';
import { testChannel as tryChannel } from '../../../actions/index.ts';
import { failedMails } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { stepsToOffer } from '../first-steps/facts.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { StatusView } from './view.tsx';

/** How many failed mails are listed. */
export const MOST_FAILED = 200;

export const showStatus =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const retried = /^\d{1,9}$/.exec(c.req.query('retried') ?? '')?.[0];
    const view = (
      <StatusView
        messages={messages}
        clock={c.get('clock')}
        now={deps.now()}
        status={await deps.status()}
        operations={await deps.operations()}
        failed={await failedMails(deps.db, deps.now(), MOST_FAILED)}
        mayRetry={can(c, 'operations.manage')}
        mayRead={can(c, 'cases.read')}
        retried={retried === undefined ? null : Number(retried)}
        steps={await stepsToOffer(c, deps)}
      />
    );
    return page(c, deps, { title: messages.status.title, section: 'status', start: true }, view);
  };

/** For a supervisor: whether the review app can reach its store. Says nothing more. */
export const health =
  ({ status }: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const well = await status().then(
      () => true,
      () => false,
    );
    return c.json({ status: well ? 'ok' : 'failed' }, well ? 200 : 503);
  };

/** Tries a channel; the page it leads back to says how it went. */
export const testChannel =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const sent = await tryChannel(deps, actorOf(c, deps), c.req.param('name') ?? '');
    if (!sent) return c.notFound();
    return c.redirect('/channels', 303);
  };
