import { counterpartyFor } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { counterpartyNames } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';
import type { CounterpartyInCase } from './card.tsx';

/** What a case shows of its counterparty. */
export const counterpartyInCase = async (c: WebContext, deps: FrontDeps, id: CaseId): Promise<CounterpartyInCase> => ({
  found: await counterpartyFor(deps, actorOf(c, deps), id),
  names: await counterpartyNames(deps.db),
});
