import type { SiteRule } from '../../detect/index.ts';

/** One rule as it is to be. */
export interface Plan extends Omit<SiteRule, 'text'> {
  readonly below: string | null; // what the folder says, over which it lies; null: nothing
  readonly before: string | null; // the rule as it was in force
  readonly after: string | null; // null: taken out
}
