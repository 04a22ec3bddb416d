import { assign, dismiss, handOver, skip } from '../../../actions/index.ts';
import { type CaseId, type PersonId, parseCaseId } from '../../../cases/index.ts';
import { recipientIn } from '../decide/form.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';

/** What the bar below the list can be asked for; the name stands on its button. */
export const TOGETHER = ['dismiss', 'hand-over', 'assign', 'take', 'skip', 'similar'] as const;
export type Together = (typeof TOGETHER)[number];

/** The cases that are ticked. What is no id of a case was not. */
export const tickedCases = (values: Values): CaseId[] => (values.case ?? []).flatMap((one) => parseCaseId(one) ?? []);

/** What is to be done to the ticked cases; null: nothing that can be done together. `similar` only looks. */
export function readTogether(values: Values, me: PersonId) {
  const doing = chosen(values, 'do', TOGETHER);
  switch (doing) {
    case 'dismiss':
      return { kind: doing, act: dismiss, written: { reason: values.reason?.[0] } } as const;
    case 'hand-over':
      return { kind: doing, act: handOver, written: recipientIn(values) } as const;
    case 'assign':
    case 'take':
      return { kind: 'assign', act: assign, written: { to: doing === 'take' ? me : first(values, 'to') } } as const;
    case 'skip':
      return { kind: doing, act: skip, written: {} } as const;
    default:
      return doing;
  }
}
