import type { Child } from 'hono/jsx';
import { proposeMeasure } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { can, type WebContext } from '../shell/page.tsx';
import { errorWords } from './form.ts';
import { measuresFor } from './query.ts';
import { MeasuresView } from './view.tsx';

/** The measures of a case: what is in force, what waits, and the form for the next step. */
export async function measuresCard(c: WebContext, deps: FrontDeps, id: CaseId, tried: Tried | null): Promise<Child> {
  const found = await measuresFor(c, deps, id);
  if (found === null) return null;
  await deps.audit.record(entryOf(c, deps, 'measure.view', `case/${id}`));
  return (
    <MeasuresView
      messages={c.get('messages')}
      clock={c.get('clock')}
      id={id}
      found={found}
      person={c.get('person')!}
      mayDecide={can(c, 'measures.decide')}
      mayInvite={can(c, 'people.manage')}
      today={todayIn(deps.company.timeZone, deps.now())}
      tried={tried}
      values={tried?.act === proposeMeasure ? tried.values : {}}
      error={tried && errorWords(tried, c.get('messages'))}
      saved={tried === null && c.req.query('saved') === 'measures'}
    />
  );
}
