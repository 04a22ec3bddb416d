import type { CaseId } from '../../cases/index.ts';
import { counterpartyOfCase, type Db } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';

/**
 * Employers help each other with the facts (§33(3)): nobody is asked whom the register does not know as a company.
 *
 * @throws Refusal `company-only`
 */
export async function requireCompany(db: Db, actor: Actor, id: CaseId): Promise<void> {
  const found = await counterpartyOfCase(db, id, visibilityOf(actor));
  if (found?.counterparty.kind !== 'company') throw new Refusal({ code: 'company-only' });
}
