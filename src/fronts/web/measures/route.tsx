import type { Hono } from 'hono';
import { decideMeasure, endMeasure, proposeMeasure, withdrawMeasure } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { errorWords, partsOf, SAYS } from './form.ts';
import { measuresFor } from './query.ts';
import { MeasuresView } from './view.tsx';

const HERE = '/cases/:id/measures';

/** The measures of a case: what is in force, what waits, and the form for the next step. */
export function mountCaseMeasures(app: Hono<WebEnv>, deps: FrontDeps): void {
  const course = { back: `${HERE}?saved=1`, show: measuresPage, says: SAYS };
  app.get(HERE, (c) => measuresPage(c, deps, null));
  onAct(app, deps, proposeMeasure, { ...course, read: partsOf });
  onAct(app, deps, decideMeasure, course);
  onAct(app, deps, withdrawMeasure, course);
  onAct(app, deps, endMeasure, course);
}

async function measuresPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const id = caseIdOf(c);
  const found = await measuresFor(c, deps, id);
  if (found === null) return c.notFound();
  await deps.audit.record(entryOf(c, deps, 'measure.view', `case/${id}`));
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.measures.of(id),
      section: 'cases',
      here: `/cases/${id}/measures`,
      status: tried === null ? 200 : 400,
    },
    <MeasuresView
      messages={messages}
      clock={c.get('clock')}
      id={id}
      found={found}
      person={c.get('person')!}
      mayDecide={can(c, 'measures.decide')}
      mayInvite={can(c, 'people.manage')}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      values={tried?.act === proposeMeasure ? tried.values : {}}
      error={tried && errorWords(tried, messages)}
      saved={tried === null && c.req.query('saved') === '1'}
    />,
  );
}
