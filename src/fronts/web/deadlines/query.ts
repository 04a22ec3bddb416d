import type { CaseId } from '../../../cases/index.ts';
import {
  type CaseClock,
  clocksOf,
  type EscalationPlan,
  type EscalationRow,
  planIn,
  rowFor,
} from '../../../response/index.ts';
import { clockFactsOf, listPeople, rulesOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { whoIs } from '../escalation/words.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

/** A clock of a case with who acts, in words. */
export interface ShownClock extends CaseClock {
  readonly version: number;
  readonly who: string;
  readonly substitutes: string;
}

/** The clocks of a case as it is at this moment, whether or not somebody has written them down yet. */
export async function clocksFor(c: WebContext, deps: FrontDeps, id: CaseId): Promise<ShownClock[]> {
  const found = await clockFactsOf(deps.db, id, visibilityOf(c));
  if (found === null) return [];
  const planAt = planIn(await rulesOf<EscalationPlan>(deps.db, 'escalation'));
  const people = await listPeople(deps.db);
  const named = (who: EscalationRow['who'] | undefined) =>
    whoIs(c.get('messages'), people, who ?? { roles: [], people: [] });
  return clocksOf(found.facts, planAt, deps.company.timeZone).map((clock) => {
    const row = rowFor(planAt(clock.startedAt)!.rules, clock.level, found.facts.acts);
    return { ...clock, who: named(row?.who), substitutes: named(row?.substitutes) };
  });
}
