import type { Details } from '../../audit/index.ts';
import type { CaseDetail, CaseId, CounterpartyId } from '../../cases/index.ts';
import type { Clause } from '../../response/index.ts';
import { type CaseCounterparty, counterpartyOfCase, loadCounterparty, nameCounterparty } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
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
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case`, also where there is no such counterparty.
 */
export async function nameCounterpartyOf(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  counterparty: CounterpartyId | null,
): Promise<void> {
  const { detail } = await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      if (counterparty !== null && (await loadCounterparty(tx, counterparty)) === null)
        throw new Refusal({ code: 'no-such-case' });
      if (!(await nameCounterparty(tx, id, counterparty, { by: nameOf(actor), at }, visibilityOf(actor))))
        throw new Refusal({ code: 'no-such-case' });
    },
    () => ({
      ...auditActorOf(actor, at),
      action: 'case.counterparty',
      target: `case/${id}`,
      details: whichOf(detail, counterparty),
    }),
  );
}

const whichOf = ({ report }: CaseDetail, counterparty: CounterpartyId | null): Details =>
  report?.confidential === true || counterparty === null ? {} : { counterparty };
