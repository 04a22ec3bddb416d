import { and, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, DecisionId, Feedback } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision } from '../schema/core.ts';
import { feedback } from '../schema/review.ts';
import { isVisible, type Visibility } from './visibility.ts';

interface Origin {
  readonly caseId: CaseId;
  readonly decisionId: DecisionId;
  readonly by: string;
  readonly at: Date;
}

/** Called within the transaction that writes the decision. */
export async function writeFeedback(tx: Db, origin: Origin, given: readonly Feedback[]): Promise<void> {
  if (given.length === 0) return;
  await tx.insert(feedback).values(given.map((one) => ({ ...origin, ...columnsOf(one) })));
}

/** The same of what somebody put before the tuners without deciding. */
export async function addSuggestion(
  tx: Db,
  origin: Omit<Origin, 'decisionId'>,
  given: readonly Feedback[],
): Promise<void> {
  await tx.insert(feedback).values(given.map((one) => ({ ...origin, ...columnsOf(one), by: clean(origin.by) })));
}

function columnsOf(one: Feedback) {
  switch (one.kind) {
    case 'misfire':
      return { kind: one.kind, entry: one.entry };
    case 'missed':
      return { ...one, words: clean(one.words) };
  }
}

const later = sql`(select from ${decision} later where later.case_id = ${feedback.caseId} and later.id > ${feedback.decisionId})`;

/** The feedback in a row, joined with its case, came with a decision that stands or without one, on a case in sight. */
export const stands = (visibility: Visibility): SQL | undefined =>
  and(isVisible(visibility), or(isNull(feedback.decisionId), and(ne(caseFile.status, 'open'), notExists(later))));
