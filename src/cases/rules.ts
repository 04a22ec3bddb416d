import type { Act } from '../detect/index.ts';
import { type Approval, type Decision, ELEMENTS, elementsOf } from './decision.ts';
import { mayWith } from './rights.ts';
import type { CaseStatus, OwnStatus } from './status.ts';
import { type CaseDetail, CaseError } from './types.ts';

/**
 * The status a decision leads to. @throws CaseError when it cannot be made in this status.
 *
 * @example
 * statusAfter('approved', { kind: 'reopen', note: '' }) // → 'open'
 *
 * @param last the kind of the newest decision: an open case that was handed over can be taken back
 */
export function statusAfter(status: CaseStatus, decision: Decision, last: Decision['kind'] | null = null): OwnStatus {
  if (status === 'merged') throw new CaseError('wrong-status', 'The case stands in another one, which is decided.');
  const undoes = decision.kind === 'reopen';
  if (undoes && status === 'open' && last !== 'hand-over')
    throw new CaseError('wrong-status', 'The case is open already.');
  if (!undoes && status !== 'open')
    throw new CaseError('wrong-status', 'The case was decided already; reopen it first.');
  return STATUS_AFTER[decision.kind];
}

/** Where each decision leads. */
export const STATUS_AFTER: Readonly<Record<Decision['kind'], OwnStatus>> = {
  approve: 'approved',
  dismiss: 'dismissed',
  'hand-over': 'open',
  reopen: 'open',
};

/** What an approval says where nothing was said: our declaration is met, and nobody has said how grave it is. */
export const plainApproval = (acts: readonly Act[]): Approval => ({
  kind: 'approve',
  acts,
  severity: null,
  elements: elementsOf({}),
  declaration: true,
  affected: [],
  harms: [],
  ownCause: 'unclear',
  note: '',
});

/** Who may be asked to decide a case: everyone whose roles allow it; of a confidential one, those at the consultation desk. */
export const decidersOf = <P extends { readonly roles: readonly string[] }>(
  people: readonly P[],
  { report }: Pick<CaseDetail, 'report'>,
): P[] =>
  people.filter(
    ({ roles }) => mayWith(roles, 'cases.decide') && (report?.confidential !== true || roles.includes('desk')),
  );

/** What is missing before an approval can stand. */
export type ApprovalGap = 'acts' | 'severity' | 'ground'; // neither our declaration nor the statute with all its elements

export function gapsOf({ acts, severity, elements, declaration }: Approval): ApprovalGap[] {
  const statute = ELEMENTS.every((element) => elements[element] === 'met');
  return [
    ...(acts.length === 0 ? (['acts'] as const) : []),
    ...(severity === null ? (['severity'] as const) : []),
    ...(declaration || statute ? [] : (['ground'] as const)),
  ];
}
