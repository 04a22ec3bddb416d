import { asc, eq } from 'drizzle-orm';
import type { Feedback } from '../../src/cases/index.ts';
import { stands } from '../../src/store/cases/feedback.ts';
import { USUAL_VISIBILITY } from '../../src/store/cases/visibility.ts';
import type { Db } from '../../src/store/index.ts';
import { caseFile } from '../../src/store/schema/core.ts';
import { feedback } from '../../src/store/schema/review.ts';

export type StandingFeedback = Feedback & { readonly caseId: string; readonly by: string; readonly at: Date };

/** Feedback of decisions that stand: what came with one that was undone counts nothing, nor what is confidential. Oldest first. */
export async function standingFeedback(db: Db) {
  const rows = await db
    .select({ feedback })
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(stands(USUAL_VISIBILITY))
    .orderBy(asc(feedback.id));
  return rows.map(
    ({ feedback: row }): StandingFeedback => ({ ...feedbackOf(row), caseId: row.caseId!, by: row.by, at: row.at }),
  );
}

function feedbackOf({ kind, entry, mailId, part, start, end, words }: typeof feedback.$inferSelect): Feedback {
  return kind === 'misfire'
    ? { kind, entry: entry! }
    : { kind, mailId: mailId!, part: part!, start: start!, end: end!, words: words! };
}
