import type { Handler } from 'hono';
import { retryMails } from '../../../actions/index.ts';
import { failedMails } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { OperationsView } from './view.tsx';

/** How many failed mails are listed. */
export const MOST_FAILED = 200;

export const showOperations =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const retried = /^\d{1,9}$/.exec(c.req.query('retried') ?? '')?.[0];
    return page(
      c,
      deps,
      { title: messages.operations.title, section: 'status' },
      <OperationsView
        messages={messages}
        clock={c.get('clock')}
        now={deps.now()}
        sources={(await deps.status()).sources}
        operations={await deps.operations()}
        failed={await failedMails(deps.db, deps.now(), MOST_FAILED)}
        mayRetry={can(c, 'operations.manage')}
        mayRead={can(c, 'cases.read')}
        retried={retried === undefined ? null : Number(retried)}
      />,
    );
  };

/** Has one mail screened again, or, when none is named, all that were given up. */
export const retry =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { mail } = await c.req.parseBody();
    const mailId = mail === undefined ? null : text(mail, 20);
    const retried = await retryMails(deps, actorOf(c, deps), mailId);
    return c.redirect(`/operations?retried=${retried}#failed`, 303);
  };
