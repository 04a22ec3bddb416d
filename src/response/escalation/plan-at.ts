import type { RuleVersion } from '../rules.ts';
import type { EscalationPlan } from './plan.ts';

/**
 * The plan that was in force at a moment. Null: none was yet, and what began then has no clocks: nobody knew of a time that was to be kept.
 *
 * @param versions in any order
 */
export const planIn =
  (versions: readonly RuleVersion<EscalationPlan>[]) =>
  (at: Date): RuleVersion<EscalationPlan> | null =>
    versions
      .filter((one) => one.at <= at)
      .reduce<RuleVersion<EscalationPlan> | null>(
        (best, one) => (best === null || one.version > best.version ? one : best),
        null,
      );
