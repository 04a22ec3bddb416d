import type { Handler } from 'hono';
import { failedMails } from '../../store/index.ts';
import { actorOf } from '../actor.ts';
import type { DeskDeps } from '../deps.ts';
import { text } from '../fields.ts';
import { can, type DeskEnv, page } from '../page.tsx';
import { retryMails } from '../retrying.ts';
import { OperationsView } from '../views/operations.tsx';

/** How many failed mails are listed. */
export const MOST_FAILED = 200;

export const showOperations =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const retried = /^\d{1,9}$/.exec(c.req.query('retried') ?? '')?.[0];
    return page(
      c,
      deps,
      { title: words.operations.title, section: 'status' },
      <OperationsView
        words={words}
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
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { mail } = await c.req.parseBody();
    const mailId = mail === undefined ? null : text(mail, 20);
    const retried = await retryMails(deps, mailId, actorOf(c, deps));
    return c.redirect(`/operations?retried=${retried}#failed`, 303);
  };
