import { type CaseId, mayAssign, type PersonId } from '../../cases/index.ts';
import { type Account, assignCase } from '../../store/index.ts';
import { type Actor, personIdOf, requireRight } from '../actor.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { personNamed, SOMEBODY } from './person-named.ts';
import type { CaseReading } from './recusal.ts';
import { requireCase } from './standing.ts';

/**
 * Assigns an open case to a person who decides it, named by id or address, or to nobody (null): it waits for them, whoever is at it now. For others
 * this needs the right; for oneself, that the case waits for nobody else. A program is nobody, so that it always needs the right.
 *
 * @throws Refusal `wrong-recipient` for someone without sight or recused, `case-assigned` when it is somebody else's
 */
export const assign = act({
  path: '/cases/:id/assign',
  right: 'cases.decide', // to others: cases.assign
  for: ['programs', 'commands'],
  api: { path: '/cases/:id/assignment' },
  audit: 'case.assign',
  about: 'id',
  ask: { id: rowId<CaseId>(), to: SOMEBODY.nullable().meta({ kind: 'pick' }) },
  logged: [],
  async do(tx, { id, to: named }, { actor, sight, admitted }) {
    const to = named === null ? null : await personNamed(tx, named);
    requireAssigning(actor, to);
    if (to !== null && !assigneesOf(admitted!).some((one) => one.id === to))
      throw new Refusal({ code: 'wrong-recipient' });
    const may = (from: Parameters<typeof mayAssign>[1]) =>
      !('roles' in actor) || mayAssign({ id: personIdOf(actor), roles: actor.roles }, from, to);
    const outcome = await assignCase(tx, id, to, { visibility: sight, may });
    if (outcome !== 'assigned' && outcome !== 'as-before') throw new Refusal({ code: CODES[outcome] });
    const { assignee } = await requireCase(tx, actor, id);
    return { id, to, assignee, anew: outcome === 'assigned' };
  },
  told: ({ to, anew }) => (anew ? { to: to === null ? 'nobody' : `account/${to}` } : null),
  to: ({ id }) => `case/${id}`,
});

/** @throws Refusal `not-allowed` where a case would wait for somebody else */
export function requireAssigning(actor: Actor, to: PersonId | null): void {
  if (to !== null && to !== personIdOf(actor)) requireRight(actor, 'cases.assign');
}

const CODES = { 'not-found': 'no-such-case', 'wrong-status': 'case-status', others: 'case-assigned' } as const;

/** To whom a case can be assigned: everyone who decides it. */
export const assigneesOf = ({ deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>): Account[] =>
  deciders.filter(({ id }) => !recused.has(id));
