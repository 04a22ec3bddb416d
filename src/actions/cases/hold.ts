import type { CaseId } from '../../cases/index.ts';
import { holdCase } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { rowId, yesOrNo } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { standingOf } from './standing.ts';

/** Keeps a case whatever its age, or ends that. Whoever is recused from it leaves it to the others. */
export const hold = act({
  path: '/cases/:id/hold',
  right: 'cases.hold',
  for: ['programs', 'commands'],
  audit: ({ hold }) => (hold ? 'case.hold' : 'case.release'),
  about: 'id',
  ask: { id: rowId<CaseId>(), hold: yesOrNo() },
  logged: [],
  async do(tx, { id, hold }, { by, sight, actor }) {
    if (!(await holdCase(tx, id, hold ? by : null, sight))) throw new Refusal({ code: 'no-such-case' });
    return standingOf(tx, actor, id);
  },
  to: ({ id }) => `case/${id}`,
});
