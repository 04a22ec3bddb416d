import type { Handler } from 'hono';
import { endSenderWatch, watchesFor, watchSender } from '../../../actions/index.ts';
import { parseCaseId, parseWatchId } from '../../../cases/index.ts';
import { bareSender, type FrontDeps, WATCH_DAYS, watchEnd } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { refusedPage } from '../decide/refused.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { WatchesView } from './view.tsx';

/** Watches whoever wrote the newest mail of the case. */
export const beginWatch =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = caseIdOf(c);
    const until = watchEnd(text((await c.req.parseBody()).until, 20), deps.now(), deps.company.timeZone);
    if (until === null) {
      const conflict = c.get('messages').watch.wrongDay(WATCH_DAYS.most);
      return casePage(c, deps, { status: 400, conflict });
    }
    try {
      await watchSender(deps, actorOf(c, deps), id, until);
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${id}#watch`, 303);
  };

/** Every sender that is watched, whoever began it; not whoever looks. */
export const showWatches =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const watches = await watchesFor(deps, actorOf(c, deps));
    return page(
      c,
      deps,
      { title: messages.watch.all, section: 'cases' },
      <WatchesView
        messages={messages}
        clock={c.get('clock')}
        watches={watches.map((one) => ({ ...one, shown: bareSender(one.address, c.get('language')) }))}
      />,
    );
  };

/** Ends a watch and goes back to where the button was. */
export const endWatch =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseWatchId(c.req.param('watch') ?? '');
    const from = parseCaseId(text((await c.req.parseBody()).case, 20));
    if (id === null || !(await endSenderWatch(deps, actorOf(c, deps), id))) return c.notFound();
    return c.redirect(from === null ? '/watches' : `/cases/${from}#watch`, 303);
  };
