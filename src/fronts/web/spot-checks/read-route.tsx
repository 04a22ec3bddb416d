import type { Handler } from 'hono';
import { type answerSpotCheck, type DoneBy, nextSpot, viewSpot } from '../../../actions/index.ts';
import { parseCaseId, parseSpotId, type SpotId } from '../../../cases/index.ts';
import { openedSince } from '../../../store/index.ts';
import { type FrontDeps, todayStart } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ReadStart, ReadView, SAID, type Said } from './read-view.tsx';

/** The mail that was given; before one is, what it is for, and how much of the day's budget is left. */
export const showReading =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const given = c.req.query('spot');
    if (given !== undefined) return spotPage(c, deps, parseSpotId(given), false);
    const messages = c.get('messages');
    const { mails } = await openedSince(deps.db, c.get('person')!.id, today(deps));
    return page(
      c,
      deps,
      { title: messages.spotReading.title, section: 'missed', here: '/missed/read' },
      <ReadStart
        messages={messages}
        read={mails}
        most={deps.spotChecks.perDay}
        said={SAID.find((one) => one === c.req.query('said')) ?? null}
        opened={parseCaseId(c.req.query('case') ?? '')}
      />,
    );
  };

/** Gives whoever asks the next mail. */
export const startReading =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const next = await nextSpot(deps, actorOf(c, deps), deps.spotChecks, today(deps));
    return c.redirect(next.kind === 'mail' ? `/missed/read?spot=${next.id}` : `/missed/read?said=${next.kind}`, 303);
  };

/** After what they made of it: the next one, and the case that it became. */
export async function afterSpot(c: WebContext, _: FrontDeps, done: DoneBy<typeof answerSpotCheck>): Promise<Response> {
  const said: Said = done.kind === 'gone' ? 'gone' : 'done';
  const opened = done.kind === 'noted' && done.opened !== null ? `&case=${done.opened}` : '';
  return c.redirect(`/missed/read?said=${said}${opened}`, 303);
}

/** Without what was made of the mail. */
export async function spotPage(
  c: WebContext,
  deps: FrontDeps,
  id: SpotId | null,
  unanswered: boolean,
): Promise<Response> {
  const spot = id && (await viewSpot(deps, actorOf(c, deps), id));
  if (spot === null) return id === null || unanswered ? c.notFound() : c.redirect('/missed/read?said=gone', 303);
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.spotReading.title,
      section: 'missed',
      status: unanswered ? 400 : 200,
      here: `/missed/read?spot=${spot.id}`,
    },
    <ReadView messages={messages} clock={c.get('clock')} spot={spot} unanswered={unanswered} />,
  );
}

const today = ({ now, company }: FrontDeps): Date => todayStart(now(), company.timeZone);
