import type { PersonId } from './ids.ts';
/** Who looks at a case with the intent to decide it. While a claim lives, nobody else can decide. */
export interface Claim {
  readonly person: PersonId;
  readonly name: string;
  readonly until: Date;
}

/** How long a claim lives without being renewed. */
export const CLAIM_MINUTES = 15;

/**
 * When a claim that is made or renewed now ends.
 *
 * @example
 * claimEnd(new Date('2026-12-01T09:00:00Z')) // → new Date('2026-12-01T09:15:00Z')
 */
export const claimEnd = (now: Date): Date => new Date(now.getTime() + CLAIM_MINUTES * 60_000);
