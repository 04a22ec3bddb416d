import type { RuleSection } from './yaml-item.ts';

/** One file as it is to be written; every other byte of it stays. */
export interface Plan {
  readonly path: string;
  readonly fileBefore: string | null; // null: there is none yet
  readonly fileAfter: string;
  readonly section: RuleSection;
  readonly before: string | null; // the rule as it was in force
  readonly after: string | null; // null: taken out
}

/** What the folder does not take goes into the overlay. */
export type TakesChanges = (path: string) => Promise<boolean>;
