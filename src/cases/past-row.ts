import {
  type Act,
  type Assessment,
  type Band,
  type EntryId,
  type Ingredients,
  ingredientsOf,
  STRENGTHS,
} from '../detect/index.ts';
import type { CaseId } from './ids.ts';

/** What one version of the rules made of a mail of the past: no word of it. */
export interface PastVerdict extends Ingredients {
  readonly band: Band;
  readonly entries: readonly EntryId[]; // that were found in it
  readonly top: readonly EntryId[]; // the strongest of those that are meant
  readonly acts: readonly Act[]; // that it is likely of
}

/** Where a mail lies in its mailbox. */
export interface PastLocation {
  readonly source: string;
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/**
 * A mail of the past as a run remembers it until it ends: when, where, and keyed hashes of what it is related to.
 * `duplicate`: another delivery of a message that was read before; `answer`: one of the company's own.
 */
export interface PastRow extends PastLocation {
  readonly n: number; // in the run, from 0, in the order in which they came
  readonly at: Date;
  readonly kind: 'judged' | 'duplicate' | 'answer' | 'unreadable' | 'gone';
  readonly sender: string | null;
  readonly messageId: string | null;
  readonly thread: string | null;
  readonly content: string | null;
  readonly characters: number; // of own text
  readonly verdicts: readonly PastVerdict[]; // of each version; none unless it was judged
}

export type JudgedRow = PastRow & { readonly kind: 'judged' };

export const isJudged = (row: PastRow): row is JudgedRow => row.kind === 'judged';

const MOST_TOP = 10;

/** Keeps of an assessment what counts. */
export function pastVerdictOf(assessment: Assessment): PastVerdict {
  const counted = assessment.matches.filter(({ act }) => act !== null); // a guard phrase is not kept
  const strengths = new Map<EntryId, number>();
  for (const { entry, strength } of counted) {
    const rank = strength === null ? -1 : STRENGTHS.indexOf(strength);
    strengths.set(entry, Math.max(strengths.get(entry) ?? -1, rank));
  }
  const strongest = [...strengths].filter(([, rank]) => rank >= 0).sort(([, a], [, b]) => b - a);
  return {
    ...ingredientsOf(assessment),
    band: assessment.band,
    entries: [...strengths.keys()],
    top: strongest.slice(0, MOST_TOP).map(([entry]) => entry),
    acts: assessment.acts.map(({ act }) => act),
  };
}

/** Which mails a run reads: those that lie in mailboxes, or those that are kept of decided cases. */
export type PastOver = 'mailbox' | 'cases';

/** A decided case, judged by the versions of a run: what each makes of its strongest mail. */
export interface PastCase {
  readonly n: number; // in the run, from 0
  readonly caseId: CaseId;
  readonly outcome: 'approved' | 'dismissed';
  readonly verdicts: readonly PastVerdict[]; // none: no mail of it could be judged
}

/**
 * What came of making a case of a mail of the past. `opened`: it is in a case now; `known`: it was in one, or is another delivery of a mail that was;
 * `ordinary`: the dictionaries in force do not find it; `named`: it speaks of whoever asked; `gone`: it is not there any more, or cannot be read;
 * `old`: it came before verdicts are remembered, so that nobody can tell whether it was decided once.
 */
export const FOUND_LATER = ['opened', 'known', 'ordinary', 'named', 'gone', 'old'] as const;
export type FoundLater = (typeof FOUND_LATER)[number];
