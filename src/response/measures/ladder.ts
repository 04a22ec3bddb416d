import type { Role } from '../../cases/index.ts';

/** What a company can do, the gentlest first: 注意, 警告書, 一時停止, 取引辞退, 契約解除. */
export const MEASURE_STEPS = ['caution', 'warning', 'suspension', 'refusal', 'termination'] as const;
export type MeasureStep = (typeof MEASURE_STEPS)[number];

/** Steps by which somebody is no longer served. */
export const isHeavy = (step: MeasureStep): boolean => step !== 'caution' && step !== 'warning';

/** Steps by which the company parts from somebody. */
const partsWith = (step: MeasureStep): boolean => step === 'refusal' || step === 'termination';

/** Roles that a rule can name as the second person. */
export const APPROVING = ['management', 'lead'] as const satisfies readonly Role[];

/** What the company wrote about a step, before there was a case. */
export interface StepRule {
  readonly step: MeasureStep;
  readonly criteria: string; // when it comes into question, in the company's own words
  readonly frontLine: string; // what whoever serves them does while it is in force
  readonly approvers: readonly Role[]; // one at least; beside it they need the right `measures.decide`
  readonly opinion?: boolean; // whether an expert is always asked; not in rules from before this was asked
}

/**
 * Who can be the second person for a step: whom its rule names; but to part from somebody is for management alone, whatever a rule says.
 *
 * @example
 * approversOf({ step: 'termination', approvers: ['lead'] }) // → ['management']
 */
export const approversOf = ({ step, approvers }: Pick<StepRule, 'step' | 'approvers'>): readonly Role[] =>
  partsWith(step) ? ['management'] : approvers;

/** What is due when the same demand comes again after it was answered. */
export interface RepeatRule {
  readonly caution: number; // from this time on: a caution
  readonly end: number; // from this time on: the end of the dialogue about it
  readonly cautionReply: string;
  readonly endReply: string;
}

/** The company's rules of measures. Versions are only ever added. */
export interface MeasureRules {
  readonly steps: readonly StepRule[]; // each step once, in their order
  readonly repeats: RepeatRule;
}

/** The rule of a step. Rules that were stored hold every step. */
export const ruleOf = ({ steps }: MeasureRules, step: MeasureStep): StepRule => steps.find((one) => one.step === step)!;

/**
 * Steps of the ladder that are gone over without having been in force: a deviation that needs its reason.
 *
 * @example
 * skippedBefore('suspension', ['caution']) // → ['warning']
 */
export const skippedBefore = (step: MeasureStep, taken: readonly MeasureStep[]): MeasureStep[] =>
  MEASURE_STEPS.slice(0, MEASURE_STEPS.indexOf(step)).filter((one) => !taken.includes(one));

/**
 * Whether one of the steps taken is a step, or a heavier one.
 *
 * @example
 * suffices(['suspension'], 'warning') // → true
 */
export const suffices = (taken: readonly MeasureStep[], step: MeasureStep): boolean =>
  taken.some((one) => MEASURE_STEPS.indexOf(one) >= MEASURE_STEPS.indexOf(step));

/** Whether a rule is younger than the case to which it is applied: such a step proves little, and says so. */
export const isYounger = (rule: { readonly at: Date }, caseOpenedAt: Date): boolean => rule.at > caseOpenedAt;
