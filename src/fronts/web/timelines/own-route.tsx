import type { Hono } from 'hono';
import { decideOwnConsent, viewTimeline } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { saveTimeline } from './export.ts';
import { TimelineView } from './view.tsx';

const HERE = '/reports?tab=timeline';
const AT = '/my-timeline'; // under which it is saved and consent is given

/** What the signed-in person may do with their own. */
export function mountOwnTimeline(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = (c: WebContext, _: FrontDeps, tried: Tried) => ownPage(c, deps, tried, false);
  app.get(`${AT}/export`, (c) => saveTimeline(c, deps, c.get('person')!.id, () => ownPage(c, deps, null, true)));
  onAct(app, deps, decideOwnConsent, { back: `${HERE}&saved=1`, show });
}

/** What the signed-in person met in six months, and whether it may be saved as a file. */
export async function ownPage(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  refused: boolean,
): Promise<Response> {
  const messages = c.get('messages');
  const actor = actorOf(c, deps);
  const timeline = await viewTimeline({ ...deps, timeZone: deps.company.timeZone }, actor, actor.id);
  return page(
    c,
    deps,
    { title: messages.timelines.own, section: 'consult', status: refused ? 409 : statusOf(tried), here: HERE },
    <TimelineView
      messages={messages}
      clock={c.get('clock')}
      timeline={timeline!}
      at={AT}
      own
      refused={refused}
      tried={tried}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
