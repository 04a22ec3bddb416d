import type { Hono } from 'hono';
import { endSenderWatch, watchesFor, watchSender } from '../../../actions/index.ts';
import { parseCaseId, WATCH_DAYS } from '../../../cases/index.ts';
import { bareSender, type FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { WatchesView } from './view.tsx';

/** Senders that are watched: begun at a case, ended there or in the list. */
export function mountWatches(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, watchSender, {
    back: '/cases/:id#watch',
    show(c) {
      const conflict = c.get('messages').watch.wrongDay(WATCH_DAYS.most);
      return casePage(c, deps, { status: 400, conflict });
    },
    says: ['wrong-day'],
  });
  onAct(app, deps, endSenderWatch, {
    async back(c, _, __, sent) {
      const from = parseCaseId(first(sent, 'case'));
      return c.redirect(from === null ? '/counterparties?tab=watches' : `/cases/${from}#watch`, 303);
    },
    show: (c) => showWatches(c, deps),
  });
}

/** Every sender that is watched, whoever began it; not whoever looks. */
export async function showWatches(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const watches = await watchesFor(deps, actorOf(c, deps));
  return page(
    c,
    deps,
    { title: messages.watch.all, section: 'watches', here: '/counterparties?tab=watches' },
    <WatchesView
      messages={messages}
      clock={c.get('clock')}
      watches={watches.map((one) => ({ ...one, shown: bareSender(one.address, c.get('language')) }))}
    />,
  );
}
