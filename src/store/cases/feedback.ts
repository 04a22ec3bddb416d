import { and, desc, eq, ne, notExists, type SQL, sql } from 'drizzle-orm';
import type { CaseId, DecisionId, Feedback } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, decision } from '../schema/core.ts';
import { feedback } from '../schema/review.ts';
import type { Slice } from './filter.ts';
import { declinedBy } from './skips.ts';
import { isVisible, type Onlooker, type Visibility } from './visibility.ts';

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

function columnsOf(one: Feedback) {
  switch (one.kind) {
    case 'misfire':
      return { kind: one.kind, entry: one.entry };
    case 'missed':
      return { ...one, words: clean(one.words) };
  }
}

const later = sql`(select from ${decision} later where later.case_id = ${feedback.caseId} and later.id > ${feedback.decisionId})`;

/** The feedback in a row, joined with its case, came with a decision that stands, on a case in sight. */
export const stands = (visibility: Visibility): SQL | undefined =>
  and(ne(caseFile.status, 'open'), isVisible(visibility), notExists(later));

/** Words that no entry found, as a reviewer marked them: text of a mail. */
export interface MissedWords {
  readonly words: string;
  readonly caseId: CaseId;
  readonly acts: readonly Act[]; // of the case, as are the next four
  readonly foundActs: readonly Act[];
  readonly from: string;
  readonly subject: string;
  readonly declined: boolean; // by whoever looks
  readonly at: Date;
}

/** Missed words of decisions that stand, newest first. */
export async function missedWords(
  db: Db,
  { limit, offset }: Slice,
  { person, ...visibility }: Onlooker,
): Promise<MissedWords[]> {
  const rows = await db
    .select({
      words: feedback.words,
      caseId: caseFile.id,
      acts: caseFile.acts,
      foundActs: caseFile.foundActs,
      from: caseFile.from,
      subject: caseFile.subject,
      declined: sql<boolean>`${declinedBy(person)}`,
      at: feedback.at,
    })
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(eq(feedback.kind, 'missed'), stands(visibility)))
    .orderBy(desc(feedback.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ words, ...row }) => ({ ...row, words: words! }));
}
