import type { PersonId } from '../cases/index.ts';

/** Rules that a company writes for itself: times and people of the escalation, steps of measures. */
export type RuleKind = 'escalation' | 'measures';

/** Rules as they were written down at a time. A version is never changed: the next one follows it. */
export interface RuleVersion<Rules> {
  readonly version: number; // from 1
  readonly rules: Rules;
  readonly by: string; // name of who wrote it
  readonly person: PersonId | null; // null: it is the one that is shipped
  readonly at: Date; // in force from then on
}
