import type { Child } from 'hono/jsx';
import { concernedCandidates } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type Care, type Concerned, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { can, type WebContext } from '../shell/page.tsx';
import { ConcernedCard } from './case-card.tsx';

/** Whom a case befell, for those who see to it. */
export async function concernedCard(
  c: WebContext,
  deps: FrontDeps,
  {
    id,
    care,
    concerned,
    tried,
  }: {
    readonly id: CaseId;
    readonly care: Care;
    readonly concerned: readonly Concerned[];
    readonly tried: Tried | null;
  },
): Promise<Child> {
  return (
    <ConcernedCard
      messages={c.get('messages')}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      id={id}
      care={care}
      concerned={concerned}
      tried={tried}
      candidates={can(c, 'cases.concerned') ? await concernedCandidates(deps, id) : null}
    />
  );
}
