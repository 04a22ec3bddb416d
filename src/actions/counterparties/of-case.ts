import type { Details } from '../../audit/index.ts';
import type { CaseId, CounterpartyId } from '../../cases/index.ts';
import type { Clause } from '../../response/index.ts';
import { type CaseCounterparty, counterpartyOfCase, loadCounterparty, nameCounterparty } from '../../store/index.ts';
import { type Actor, requireRight, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { maybePick, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** Which counterparty a case belongs to; null: none of the register. @throws Refusal `not-allowed` */
export async function counterpartyFor(
  { db }: Pick<ActionDeps, 'db'>,
  actor: Actor,
  id: CaseId,
): Promise<CaseCounterparty | null> {
  requireRight(actor, 'counterparties.read');
  return counterpartyOfCase(db, id, visibilityOf(actor));
}

/**
 * The clause of the contract with the counterparty of a case; null: none is on file, or nobody knows the counterparty. Immediate
 * termination has nothing to stand on then.
 *
 * @throws Refusal `not-allowed`
 *
 * @example
 * const clause = await clauseFor(deps, actor, id); // { agreedOn: '2026-04-01', document: '基本契約書 第12条' }, or null
 */
export const clauseFor = async (deps: Pick<ActionDeps, 'db'>, actor: Actor, id: CaseId): Promise<Clause | null> =>
  (await counterpartyFor(deps, actor, id))?.counterparty.clause ?? null;

/**
 * Says to which counterparty a case belongs, whatever its sender; null leaves it to its sender again. Of a confidential case the
 * log does not say which.
 *
 * @throws Refusal `no-such-case` also where there is no such counterparty
 */
export const nameCounterpartyOf = act({
  path: '/cases/:id/counterparty',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'case.counterparty',
  about: 'id',
  ask: { id: rowId<CaseId>(), counterparty: maybePick<CounterpartyId>() },
  logged: [],
  async do(tx, { id, counterparty }, { by, at, sight, admitted }) {
    if (counterparty !== null && (await loadCounterparty(tx, counterparty)) === null)
      throw new Refusal({ code: 'no-such-case' });
    if (!(await nameCounterparty(tx, id, counterparty, { by, at }, sight))) throw new Refusal({ code: 'no-such-case' });
    return { id, closed: admitted!.detail.report?.confidential === true };
  },
  told: ({ closed }, { counterparty }): Details => (closed || counterparty === null ? {} : { counterparty }),
  to: ({ id }) => `case/${id}`,
});
