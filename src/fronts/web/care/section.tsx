import type { Child } from 'hono/jsx';
import { nameConcerned } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import {
  CARE_POINTS,
  type Care,
  type CarePoint,
  type Concerned,
  isConfirmed,
  stateOf,
  todayIn,
} from '../../../response/index.ts';
import { concernedIn, loadCare } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { concernedCard } from '../concerned/case-section.tsx';
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
  const concerned = await concernedIn(deps.db, id);
  return (
    <CareView
      messages={c.get('messages')}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      care={care}
      confirmed={confirmedIn(care, concerned)}
      people={await concernedCard(c, deps, { id, care, concerned, tried })}
      tried={tried?.act === nameConcerned ? null : tried}
      saved={tried === null && c.req.query('saved') === 'care'}
    />
  );
}

/** Points of which somebody whom the case befell says the same. */
const confirmedIn = (care: Care, concerned: readonly Concerned[]): ReadonlySet<CarePoint> =>
  new Set(
    CARE_POINTS.filter((point) => concerned.some((one) => isConfirmed(stateOf(care, point), one.care[point]?.answer))),
  );
