import { type Assessment, type Band, type EntryId, type Ingredients, ingredientsOf } from '../detect/index.ts';

/** What the rules made of a mail of the past: no word of it. */
export interface PastVerdict extends Ingredients {
  readonly band: Band;
  readonly entries: readonly EntryId[]; // that were found in it
}

/** Where a mail lies in its mailbox. */
export interface PastLocation {
  readonly source: string;
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/**
 * A mail of the past as a trial remembers it until it ends: when, where, and keyed hashes of what it is related to.
 * `duplicate`: another delivery of a message that was read before; `answer`: one of the company's own.
 */
export interface PastRow extends PastLocation {
  readonly n: number; // in the trial, from 0, in the order in which they came
  readonly at: Date;
  readonly kind: 'judged' | 'duplicate' | 'answer' | 'unreadable' | 'gone';
  readonly sender: string | null;
  readonly messageId: string | null;
  readonly thread: string | null;
  readonly content: string | null;
  readonly characters: number; // of own text
  readonly verdict: PastVerdict | null; // null unless it was judged
}

export type JudgedRow = PastRow & { readonly kind: 'judged'; readonly verdict: PastVerdict };

export const isJudged = (row: PastRow): row is JudgedRow => row.kind === 'judged';

/** Keeps of an assessment what counts. */
export const pastVerdictOf = (assessment: Assessment): PastVerdict => ({
  ...ingredientsOf(assessment),
  band: assessment.band,
  entries: [...new Set(assessment.matches.filter(({ act }) => act !== null).map(({ entry }) => entry))], // a guard phrase is not kept
});
