import type { Dictionary, Entry } from '../detect/index.ts';
import { type Precision, precisionOf } from './entry-figures.ts';
import { wilson } from './intervals.ts';

/** When an apprentice becomes an entry like others. */
export interface ApprenticeRules {
  readonly precision: number; // that the lower end of the interval reaches, 0 to 1
  readonly calmDays: number; // without a decision against it
}

/** Decisions on cases in which an apprentice was found. */
export interface Evidence {
  readonly since: Date | null; // its lines are what they are; null: nobody noted when they came
  readonly approved: number; // of cases that were opened since then, as `dismissed`
  readonly dismissed: number;
  readonly against: number; // cases dismissed or marked as a misfire within the calm days, of earlier lines too
}

/** How far an apprentice has come. */
export interface Apprentice extends Evidence {
  readonly entry: Entry;
  readonly precision: Precision | null; // null: nothing was decided
  readonly missing: number; // approved cases that it still takes, if none is dismissed
  readonly isReady: boolean;
}

export const apprenticesIn = ({ rules }: Pick<Dictionary, 'rules'>): Entry[] =>
  [...rules.values()].filter((rule): rule is Entry => rule.kind === 'entry' && rule.apprentice);

export function apprenticeOf(entry: Entry, evidence: Evidence, rules: ApprenticeRules): Apprentice {
  const { approved, dismissed, against } = evidence;
  const missing = approvalsMissing(approved, dismissed, rules.precision);
  const precision = precisionOf(approved, dismissed);
  return { ...evidence, entry, precision, missing, isReady: missing === 0 && against === 0 };
}

const MOST = 10_000;

/**
 * Approved cases that it takes until the lower end of the interval reaches `precision`, if no other is dismissed.
 *
 * @example
 * approvalsMissing(0, 0, 0.7) // → 9
 * approvalsMissing(9, 0, 0.7) // → 0
 */
export function approvalsMissing(approved: number, dismissed: number, precision: number): number {
  const reaches = (more: number): boolean =>
    (wilson(approved + more, approved + dismissed + more)?.low ?? 0) >= precision;
  let missing = 0;
  while (missing < MOST && !reaches(missing)) missing += 1;
  return missing;
}
