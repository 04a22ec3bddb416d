import type { Act } from '../detect/index.ts';
import { type Approval, type Decision, ELEMENTS } from './decision.ts';
import type { CaseStatus } from './status.ts';
import { CaseError } from './types.ts';

/** The status a decision leads to. @throws CaseError when it cannot be made in this status. */
export function statusAfter(status: CaseStatus, decision: Decision): CaseStatus {
  const undoes = decision.kind === 'reopen';
  if (undoes && status === 'open') throw new CaseError('wrong-status', 'The case is open already.');
  if (!undoes && status !== 'open')
    throw new CaseError('wrong-status', 'The case was decided already; reopen it first.');
  switch (decision.kind) {
    case 'approve':
      return 'approved';
    case 'dismiss':
      return 'dismissed';
    case 'hand-over':
    case 'reopen':
      return 'open';
  }
}

/** What an approval of a case says when it is made in one word, as on the command line: our declaration is met. */
export const plainApproval = (acts: readonly Act[]): Approval => ({
  kind: 'approve',
  acts,
  severity: null,
  elements: [],
  declaration: true,
  affected: [],
  harms: [],
  ownCause: 'unclear',
  note: '',
});

/** What is missing before an approval can stand. */
export type ApprovalGap = 'acts' | 'severity' | 'ground'; // neither our declaration nor the statute with all its elements

export function gapsOf({ acts, severity, elements, declaration }: Approval): ApprovalGap[] {
  const statute = ELEMENTS.every((element) => elements.includes(element));
  return [
    ...(acts.length === 0 ? (['acts'] as const) : []),
    ...(severity === null ? (['severity'] as const) : []),
    ...(declaration || statute ? [] : (['ground'] as const)),
  ];
}
