import type { Handler } from 'hono';
import { giveConsent, nameCaseOf, viewTimeline, withdrawConsent } from '../../../actions/index.ts';
import { parseCaseId, parsePersonId } from '../../../cases/index.ts';
import { type Day, todayIn } from '../../../response/index.ts';
import { listAccounts } from '../../../store/index.ts';
import { isDay } from '../../../util/day.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { saveTimeline } from './export.ts';
import { PeopleView } from './people-view.tsx';
import { TimelineView } from './view.tsx';

const MOST_PEOPLE = 200;

/** Whose timeline the consultation desk wants to see. */
export const showTimelines =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const sought = (c.req.query('q') ?? '').slice(0, 100).trim();
    const folded = (text: string) => text.normalize('NFKC').toLowerCase();
    const people = (await listAccounts(deps.db, deps.now())).filter(({ name }) =>
      folded(name).includes(folded(sought)),
    );
    return page(
      c,
      deps,
      { title: messages.timelines.all, section: 'care' },
      <PeopleView
        messages={messages}
        people={people.slice(0, MOST_PEOPLE)}
        more={people.length > MOST_PEOPLE}
        sought={sought}
      />,
    );
  };

export const showTimeline =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    timelinePage(c, deps, null, 200);

export const exportPersonTimeline =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const person = parsePersonId(c.req.param('person') ?? '');
    if (person === null) return c.notFound();
    return saveTimeline(c, deps, person, () => timelinePage(c, deps, c.get('messages').timelines.noConsent, 409));
  };

/** Writes down that the person agreed on paper, or agrees no more. */
export const decideConsent =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const person = parsePersonId(c.req.param('person') ?? '');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const day = first(values, 'day');
    const { timeZone } = deps.company;
    if (person === null) return c.notFound();
    if (first(values, 'do') === 'withdraw') await withdrawConsent({ ...deps, timeZone }, actorOf(c, deps), person);
    else if (!isDay(day) || day < '1900-01-01' || day > todayIn(timeZone, deps.now()))
      return timelinePage(c, deps, c.get('messages').timelines.wrongDay, 400);
    else await giveConsent({ ...deps, timeZone }, actorOf(c, deps), person, day as Day);
    return c.redirect(`/timelines/${encodeURIComponent(person)}?saved=1`, 303);
  };

/** Puts a case to the person, or takes it back. */
export const nameCase =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const person = parsePersonId(c.req.param('person') ?? '');
    if (person === null) return c.notFound();
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const caseId = parseCaseId(first(values, 'case').normalize('NFKC').trim().replace(/^#/, ''));
    const asked = { caseId: caseId!, add: first(values, 'do') !== 'remove' };
    const { timeZone } = deps.company;
    const done = caseId !== null && (await nameCaseOf({ ...deps, timeZone }, actorOf(c, deps), person, asked));
    if (!done) return timelinePage(c, deps, c.get('messages').timelines.noCase, 404);
    return c.redirect(`/timelines/${encodeURIComponent(person)}?saved=1`, 303);
  };

async function timelinePage(
  c: WebContext,
  deps: FrontDeps,
  error: string | null,
  status: 200 | 400 | 404 | 409,
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
    { title: messages.timelines.of(timeline.person.name), section: 'care', status, here: at },
    <TimelineView
      messages={messages}
      clock={c.get('clock')}
      timeline={timeline}
      at={at}
      own={false}
      error={error}
      saved={c.req.query('saved') === '1'}
    />,
  );
}
