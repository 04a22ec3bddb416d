import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { endOtherSessions as endOthers, endOwnSession as endSession } from '../../../actions/index.ts';
import { listSessions } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { AccountView } from './view.tsx';

/** Where a person is signed in, and how. */
export const showAccount =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    accountPage(c, deps, {});

/** Only sessions of one's own can be named. */
export const endOwnSession =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const ended = await endSession(deps, actorOf(c, deps), c.req.param('session') ?? '');
    return ended ? c.redirect('/account', 303) : c.notFound();
  };

export const endOtherSessions =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await endOthers(deps, actorOf(c, deps), c.get('person')!.session);
    return c.redirect('/account', 303);
  };

interface AccountState {
  readonly status?: ContentfulStatusCode;
  readonly error?: string; // why the second factor was not changed
}

export async function accountPage(
  c: WebContext,
  deps: FrontDeps,
  { status = 200, error }: AccountState,
): Promise<Response> {
  const messages = c.get('messages');
  const { id, session, factor } = c.get('person')!;
  return page(
    c,
    deps,
    { title: messages.account.title, section: 'account', status, here: '/account' },
    <AccountView
      messages={messages}
      clock={c.get('clock')}
      sessions={await listSessions(deps.db, id, deps.now())}
      current={session}
      factor={factor}
      error={error ?? null}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
