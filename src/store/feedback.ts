import { and, asc, eq, ne, notExists, sql } from 'drizzle-orm';
import type { Feedback } from '../cases/index.ts';
import { clean } from './clean.ts';
import type { Db } from './db.ts';
import { feedback } from './desk-schema.ts';
import { caseFile, decision } from './schema.ts';
import { inSight, USUAL_SIGHT } from './sight.ts';

interface Origin {
  readonly caseId: string;
  readonly decisionId: string;
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

export type StandingFeedback = Feedback & { readonly caseId: string; readonly by: string; readonly at: Date };

/** Feedback of decisions that stand: what came with one that was undone counts nothing, nor what is confidential. Oldest first. */
export async function standingFeedback(db: Db, { limit, offset }: { limit: number; offset: number }) {
  const later = sql`(select from ${decision} later where later.case_id = ${feedback.caseId} and later.id > ${feedback.decisionId})`;
  const rows = await db
    .select({ feedback })
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(ne(caseFile.status, 'open'), inSight(USUAL_SIGHT), notExists(later)))
    .orderBy(asc(feedback.id))
    .limit(limit)
    .offset(offset);
  return rows.map(
    ({ feedback: row }): StandingFeedback => ({ ...feedbackOf(row), caseId: row.caseId!, by: row.by, at: row.at }),
  );
}

function feedbackOf({ kind, entry, mailId, part, start, end, words }: typeof feedback.$inferSelect): Feedback {
  return kind === 'misfire'
    ? { kind, entry: entry! }
    : { kind, mailId: mailId!, part: part!, start: start!, end: end!, words: words! };
}
