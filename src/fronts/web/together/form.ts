import type { TogetherInput } from '../../../actions/index.ts';
import { type CaseId, DISMISS_REASONS, type PersonId, parseCaseId, parsePersonId } from '../../../cases/index.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';

/** What the bar below the list can be asked for; the name stands on its button. */
export const TOGETHER = ['dismiss', 'hand-over', 'assign', 'take', 'skip', 'similar'] as const;
export type Together = (typeof TOGETHER)[number];

/** The cases that are ticked. What is no id of a case was not. */
export const tickedCases = (values: Values): CaseId[] => (values.case ?? []).flatMap((one) => parseCaseId(one) ?? []);

/** What is to be done to the ticked cases; null: nothing that can be done together. `similar` only looks. */
export function readTogether(values: Values, me: PersonId): TogetherInput | 'similar' | null {
  const to = first(values, 'to');
  switch (chosen(values, 'do', TOGETHER)) {
    case 'dismiss':
      return { kind: 'dismiss', reason: chosen(values, 'reason', DISMISS_REASONS), note: '', misfires: [] };
    case 'hand-over':
      return {
        kind: 'hand-over',
        to: to === '' ? null : to === 'desk' ? { kind: 'desk' } : { kind: 'person', id: to },
        note: '',
      };
    case 'assign':
      return { kind: 'assign', to: parsePersonId(to) };
    case 'take':
      return { kind: 'assign', to: me };
    case 'skip':
      return { kind: 'skip' };
    case 'similar':
      return 'similar';
    case null:
      return null;
  }
}
