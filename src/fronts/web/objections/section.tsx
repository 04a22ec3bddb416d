import type { Child } from 'hono/jsx';
import { objectableIn, objectionsIn, viewObjection } from '../../../actions/index.ts';
import type { CaseDetail } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { OfCaseView } from './of-case-view.tsx';
import { RecordView } from './record-view.tsx';
import { referralsOf } from './referrals.tsx';
import { objectingUrl } from './urls.ts';
import { ObjectionView } from './view.tsx';

/** What was objected to in a case, the one that is opened, and the form for one more. Null: nothing was, and nobody knows of anything yet. */
export async function objectionsCard(c: WebContext, deps: FrontDeps, { id, status }: CaseDetail): Promise<Child> {
  if (!can(c, 'objections.manage')) return null;
  const list = await objectionsIn(deps, actorOf(c, deps), id);
  const against = c.req.query('against');
  if (list.length === 0 && against === undefined && status === 'open') return null;
  const opened = list.find((one) => one.id === c.req.query('objection'));
  const found = opened === undefined ? null : await viewObjection(deps, actorOf(c, deps), opened.id);
  const today = todayIn(deps.company.timeZone, deps.now());
  const common = { messages: c.get('messages'), clock: c.get('clock'), today, tried: null };
  return (
    <>
      <OfCaseView {...common} list={list} add={objectingUrl(id, 'case')} />
      {found !== null && (
        <ObjectionView
          {...common}
          {...found}
          me={c.get('person')!.id}
          saved={c.req.query('saved') === 'objection'}
          referrals={await referralsOf(c, deps, found.objection, null)}
        />
      )}
      {against !== undefined && (
        <RecordView
          {...common}
          caseId={id}
          objectable={await objectableIn(deps, actorOf(c, deps), id)}
          against={against}
        />
      )}
    </>
  );
}
