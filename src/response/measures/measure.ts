import { type CaseId, mayWith, type PersonId } from '../../cases/index.ts';
import type { Brand } from '../../util/brand.ts';
import type { Gates, Opinion } from './gates.ts';
import { approversOf, type MeasureStep, type StepRule } from './ladder.ts';

export type MeasureId = Brand<string, 'MeasureId'>;

/** Who did something about a measure, and when. */
export interface Hand {
  readonly by: string; // name, as shown at that time
  readonly person: PersonId | null;
  readonly at: Date;
}

/** What became of a proposal. */
export const MEASURE_OUTCOMES = ['approved', 'declined', 'withdrawn'] as const;
export type MeasureOutcome = (typeof MEASURE_OUTCOMES)[number];

/** A step that somebody proposes, and a second person approves or declines. Nothing is sent by it. */
export interface Measure {
  readonly id: MeasureId;
  readonly caseId: CaseId;
  readonly step: MeasureStep;
  readonly ruleVersion: number; // of the rules, as they were when it was proposed
  readonly reason: string;
  readonly gates: Gates;
  readonly opinion: Opinion | null;
  readonly decisions: number; // of the case when it was proposed: it stands on these
  readonly stale: boolean; // the case was opened again since, decided anew or not
  readonly proposed: Hand;
  readonly outcome: (Hand & { readonly what: MeasureOutcome; readonly note: string }) | null; // null: it waits for a second person
  readonly shown: boolean; // to whoever serves the counterparty, even where the case is confidential; the second person says so
  readonly lifted: (Hand & { readonly note: string }) | null;
}

/** `questioned`: its case was opened again; `lapsed`: and decided since, which takes a step of its own. Neither is in force. */
export const MEASURE_STATES = [
  'proposed',
  'declined',
  'withdrawn',
  'in-force',
  'questioned',
  'lapsed',
  'lifted',
] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** How a measure stands, by what became of it and of its case. */
export function measureState(
  { outcome, lifted, stale }: Pick<Measure, 'outcome' | 'lifted' | 'stale'>,
  caseApproved: boolean,
): MeasureState {
  if (outcome === null) return 'proposed';
  if (outcome.what !== 'approved') return outcome.what;
  if (lifted !== null) return 'lifted';
  if (!caseApproved) return 'questioned';
  return stale ? 'lapsed' : 'in-force';
}

/** Why somebody cannot be the second person: they proposed it themselves, or have not the right, or no role that the rule names. */
export type ApproverProblem = 'own-proposal' | 'wrong-role';

/**
 * Whether somebody can be the second person for a measure; null: they can.
 *
 * @example
 * approverProblem({ proposed: { by: '花子', person: null, at: new Date(0) } }, { step: 'warning', approvers: ['lead'] }, { id: '7', roles: ['desk'] }) // → 'wrong-role'
 */
export function approverProblem(
  { proposed }: Pick<Measure, 'proposed'>,
  rule: Pick<StepRule, 'step' | 'approvers'>,
  { id, roles }: { readonly id: string; readonly roles: readonly string[] },
): ApproverProblem | null {
  if (proposed.person === id) return 'own-proposal';
  return mayWith(roles, 'measures.decide') && approversOf(rule).some((role) => roles.includes(role))
    ? null
    : 'wrong-role';
}
