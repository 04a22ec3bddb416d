import type { Handler } from 'hono';
import { giveConsent, viewTimeline, withdrawConsent } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { saveTimeline } from './export.ts';
import { TimelineView } from './view.tsx';

/** What the signed-in person met in six months. */
export const showOwnTimeline =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    ownPage(c, deps, false);

/** They agree that it is saved as a file, or agree no more. */
export const decideOwnConsent =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const what = first(valuesOf(await c.req.parseBody({ all: true })), 'do');
    const actor = actorOf(c, deps);
    const { timeZone } = deps.company;
    if (what === 'give') await giveConsent({ ...deps, timeZone }, actor, actor.id, todayIn(timeZone, deps.now()));
    else if (what === 'withdraw') await withdrawConsent({ ...deps, timeZone }, actor, actor.id);
    else return c.notFound();
    return c.redirect('/my-timeline?saved=1', 303);
  };

export const exportOwnTimeline =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    saveTimeline(c, deps, c.get('person')!.id, () => ownPage(c, deps, true));

async function ownPage(c: WebContext, deps: FrontDeps, refused: boolean): Promise<Response> {
  const messages = c.get('messages');
  const actor = actorOf(c, deps);
  const timeline = await viewTimeline({ ...deps, timeZone: deps.company.timeZone }, actor, actor.id);
  return page(
    c,
    deps,
    { title: messages.timelines.own, section: 'policy', status: refused ? 409 : 200, here: '/my-timeline' },
    <TimelineView
      messages={messages}
      clock={c.get('clock')}
      timeline={timeline!}
      at="/my-timeline"
      own
      error={refused ? messages.timelines.noConsent : null}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
