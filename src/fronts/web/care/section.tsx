import type { Child } from 'hono/jsx';
import type { CaseId } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { loadCare } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { CareView } from './view.tsx';

/** What was seen to for the person concerned in a case, and what is left. */
export async function careCard(c: WebContext, deps: FrontDeps, id: CaseId, tried: Tried | null): Promise<Child> {
  const care = await loadCare(deps.db, id, visibilityOf(c));
  if (care === null) return null;
  await deps.audit.record(entryOf(c, deps, 'case.care-view', `case/${id}`));
  return (
    <CareView
      messages={c.get('messages')}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      care={care}
      tried={tried}
      saved={tried === null && c.req.query('saved') === 'care'}
    />
  );
}
