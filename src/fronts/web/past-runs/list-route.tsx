import type { Hono } from 'hono';
import { beginPast, setOtherLanguages } from '../../../actions/index.ts';
import type { PastRunId } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { dictionaryChanges, PAST_RUN_DAYS, pastRuns } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Messages } from '../shell/messages.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { languagesCard } from './languages.tsx';
import { PastRunsView } from './list-view.tsx';

const SHOWN_RUNS = 20;
const SHOWN_CHANGES = 30; // to compare with what was before one of them
export const USUAL_DAYS = 90;

/** What can be begun, and what was. */
export async function listPage(
  c: WebContext,
  deps: FrontDeps,
  { tried = null, complaint = null }: { readonly tried?: Tried | null; readonly complaint?: string | null },
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.pastRuns.title,
      section: 'past',
      status: complaint === null ? statusOf(tried) : 400,
      here: '/past',
    },
    <PastRunsView
      messages={messages}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      runs={await pastRuns(deps.db, SHOWN_RUNS)}
      changes={await dictionaryChanges(deps.db, { limit: SHOWN_CHANGES })}
      sources={deps.past.sources}
      keptDays={PAST_RUN_DAYS}
      mayRun={can(c, 'past.run')}
      days={USUAL_DAYS}
      complaint={tried === null || tried.act !== beginPast ? complaint : whyNot(tried, messages)}
      languages={await languagesCard(c, deps, tried)}
      tried={tried}
    />,
  );
}

/** Of a change that is gone there may be no field to say it beside. */
const whyNot = ({ problems }: Tried, { pastRuns: say, fields }: Messages): string =>
  'change' in problems ? say.refused : fields.unsaved;

export function mountBegin(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/past', (c) => listPage(c, deps, {}));
  const show = (c: WebContext, _: unknown, tried: Tried) => listPage(c, deps, { tried });
  onAct(app, deps, beginPast, { show, back: begun });
  onAct(app, deps, setOtherLanguages, { show, says: ['entry-changed'], back: '/past?languages=1#languages' });
}

/** Shows the reading that was begun. */
export async function begun(c: WebContext, deps: FrontDeps, run: PastRunId | null): Promise<Response> {
  if (run === null) return listPage(c, deps, { complaint: c.get('messages').pastRuns.refused });
  return c.redirect(`/past/${run}`, 303);
}
