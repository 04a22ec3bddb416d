import type { Hono } from 'hono';
import { decideConsent, nameCaseOf, viewTimeline } from '../../../actions/index.ts';
import { parsePersonId } from '../../../cases/index.ts';
import { listAccounts } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { saveTimeline } from './export.ts';
import { mountOwnTimeline } from './own-route.tsx';
import { PeopleView } from './people-view.tsx';
import { TimelineView } from './view.tsx';

const MOST_PEOPLE = 200;
const ONE = '/timelines/:person';

/** What one person met: for themselves, and for the consultation desk. */
export function mountTimelines(app: Hono<WebEnv>, deps: FrontDeps): void {
  mountOwnTimeline(app, deps);
  const course = { back: `${ONE}?saved=1`, show: showTimeline };
  app.get('/timelines', (c) => showTimelines(c, deps));
  app.get(ONE, (c) => showTimeline(c, deps, null));
  app.get(`${ONE}/export`, (c) => {
    const person = parsePersonId(c.req.param('person'));
    if (person === null) return c.notFound();
    return saveTimeline(c, deps, person, () => showTimeline(c, deps, null, true));
  });
  onAct(app, deps, decideConsent, course);
  onAct(app, deps, nameCaseOf, course);
}

/** Whose timeline the consultation desk wants to see. */
async function showTimelines(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const sought = (c.req.query('q') ?? '').slice(0, 100).trim();
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  const people = (await listAccounts(deps.db, deps.now())).filter(({ name }) => folded(name).includes(folded(sought)));
  return page(
    c,
    deps,
    { title: messages.timelines.all, section: 'timelines' },
    <PeopleView
      messages={messages}
      people={people.slice(0, MOST_PEOPLE)}
      more={people.length > MOST_PEOPLE}
      sought={sought}
    />,
  );
}

async function showTimeline(
  c: WebContext,
  deps: FrontDeps,
  tried: Tried | null,
  refused = false, // to save it
): Promise<Response> {
  const messages = c.get('messages');
  const person = parsePersonId(c.req.param('person') ?? '');
  const { timeZone } = deps.company;
  const timeline = person && (await viewTimeline({ ...deps, timeZone }, actorOf(c, deps), person));
  if (timeline === null) return c.notFound();
  const at = `/timelines/${encodeURIComponent(timeline.person.id)}`;
  return page(
    c,
    deps,
    {
      title: messages.timelines.of(timeline.person.name),
      section: 'timelines',
      status: refused ? 409 : statusOf(tried),
      here: at,
    },
    <TimelineView
      messages={messages}
      clock={c.get('clock')}
      timeline={timeline}
      at={at}
      own={false}
      refused={refused}
      tried={tried}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
