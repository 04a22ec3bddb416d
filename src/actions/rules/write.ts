import type { RuleKind } from '../../response/index.ts';
import { addRules, type Db } from '../../store/index.ts';
import type { Doer } from '../kernel/act.ts';
import { Refusal } from '../refusal.ts';

/**
 * Writes rules of the company down as the version after `after`, the one that whoever changes them has seen; 0: there was none. It holds from
 * now on: what began before it goes on by the one that was in force then.
 *
 * @returns the version
 * @throws Refusal `rules-changed` when somebody else was first
 */
export async function writeRules(
  tx: Db,
  kind: RuleKind,
  after: number,
  rules: object,
  { by, person, at }: Pick<Doer, 'by' | 'person' | 'at'>,
): Promise<number> {
  if (!(await addRules(tx, kind, after, { rules, by, person, at }))) throw new Refusal({ code: 'rules-changed' });
  return after + 1;
}
