import type { Handler } from 'hono';
import { endSession, endSessions, listSessions } from '../../store/index.ts';
import { entryOf } from '../actor.ts';
import type { DeskDeps } from '../deps.ts';
import { type DeskEnv, page } from '../page.tsx';
import { AccountView } from '../views/account.tsx';

/** Where a person is signed in. */
export const showAccount =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const { id, session } = c.get('person')!;
    const sessions = await listSessions(deps.db, id, deps.now());
    return page(
      c,
      deps,
      { title: words.account.title, section: 'account' },
      <AccountView words={words} clock={c.get('clock')} sessions={sessions} current={session} />,
    );
  };

/** Only sessions of one's own can be named. */
export const endOwnSession =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { id } = c.get('person')!;
    const ended = await deps.audit.during(
      (tx) => endSession(tx, id, c.req.param('session') ?? ''),
      (one) => (one ? entryOf(c, deps, 'session.end', `account/${id}`) : null),
    );
    return ended ? c.redirect('/account', 303) : c.notFound();
  };

export const endOtherSessions =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { id, session } = c.get('person')!;
    await deps.audit.during(
      (tx) => endSessions(tx, id, session),
      (sessions) => entryOf(c, deps, 'session.end', `account/${id}`, { sessions }),
    );
    return c.redirect('/account', 303);
  };
