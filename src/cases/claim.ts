/** Who looks at a case with the intent to decide it. While a claim lives, nobody else can decide. */
export interface Claim {
  readonly person: string; // id of an account
  readonly name: string;
  readonly until: Date;
}

/** How long a claim lives without being renewed. */
export const CLAIM_MINUTES = 15;

export const claimEnd = (now: Date): Date => new Date(now.getTime() + CLAIM_MINUTES * 60_000);
