import type { Handler } from 'hono';
import { type Against, MOST_PAST_DAYS, startPastRun } from '../../../actions/index.ts';
import { type PastOver, parseChangeId } from '../../../cases/index.ts';
import { dictionaryChanges, PAST_RUN_DAYS, pastRuns } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { PastRunsView } from './list-view.tsx';

const SHOWN_RUNS = 20;
const SHOWN_CHANGES = 30; // to compare with what was before one of them
export const USUAL_DAYS = 90;

/** What can be begun, and what was. */
export const showPastRuns =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    listPage(c, deps);

export async function listPage(c: WebContext, deps: FrontDeps, complaint: string | null = null): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.pastRuns.title,
      section: 'past',
      status: complaint === null ? 200 : 400,
      here: '/past',
    },
    <PastRunsView
      messages={messages}
      clock={c.get('clock')}
      runs={await pastRuns(deps.db, SHOWN_RUNS)}
      changes={await dictionaryChanges(deps.db, { limit: SHOWN_CHANGES })}
      sources={deps.past.sources}
      keptDays={PAST_RUN_DAYS}
      mayRun={can(c, 'past.run')}
      days={USUAL_DAYS}
      complaint={complaint}
    />,
  );
}

export const startRun =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const say = c.get('messages').pastRuns;
    const body = await c.req.parseBody();
    const days = daysIn(text(body.days, 10));
    if (days === null) return listPage(c, deps, say.daysWrong(MOST_PAST_DAYS));
    const change = parseChangeId(text(body.change, 30));
    const isTrial = text(body.kind, 20) === 'trial';
    const against: Against | null = isTrial || change === null ? null : { before: change };
    if (!isTrial && against === null) return listPage(c, deps, say.refused);
    const over = isTrial ? 'mailbox' : overIn(text(body.over, 20));
    return begin(c, deps, { days, over, source: text(body.source, 100), against });
  };

/** Begins one and shows it. */
export async function begin(
  c: WebContext,
  deps: FrontDeps,
  {
    days,
    over,
    source, // '': all
    against,
  }: {
    readonly days: number;
    readonly over: PastOver;
    readonly source: string;
    readonly against: Against | null;
  },
): Promise<Response> {
  const sources = deps.past.sources.filter((one) => source === '' || one === source);
  const nothing = over === 'mailbox' && sources.length === 0;
  const run = nothing ? null : await startPastRun(deps, actorOf(c, deps), { days, over, sources, against });
  if (run === null) return listPage(c, deps, c.get('messages').pastRuns.refused);
  return c.redirect(`/past/${run}`, 303);
}

/** Which mails are wanted; those of mailboxes unless decided cases are named. */
export const overIn = (field: string): PastOver => (field === 'cases' ? 'cases' : 'mailbox');

function daysIn(field: string): number | null {
  const days = /^[1-9]\d{0,3}$/.test(field) ? Number(field) : 0;
  return days >= 1 && days <= MOST_PAST_DAYS ? days : null;
}
