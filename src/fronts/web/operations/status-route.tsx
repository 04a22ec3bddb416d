import type { Handler, Hono } from 'hono';
import { retryMails } from '../../../actions/index.ts';
import { failedMails } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { stepsToOffer } from '../first-steps/facts.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { StatusView } from './view.tsx';

/** How many failed mails are listed. */
const MOST_FAILED = 200;

export const statusPage = async (c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> => {
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
  return page(c, deps, { title: messages.status.title, section: 'status', start: true, status: statusOf(tried) }, view);
};

/** How the service is, and mails that are screened again. */
export function mountStatus(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/status', (c) => statusPage(c, deps, null));
  onAct(app, deps, retryMails, {
    show: statusPage,
    back: async (c, _, retried) => c.redirect(`/status?retried=${retried}#failed`, 303),
  });
}

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
