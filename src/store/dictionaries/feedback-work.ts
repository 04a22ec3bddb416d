import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus, FeedbackId, MailId } from '../../cases/index.ts';
import type { Act, EntryId } from '../../detect/index.ts';
import type { PartId } from '../../mail/index.ts';
import { stands } from '../cases/feedback.ts';
import type { Slice } from '../cases/filter.ts';
import { declinedBy } from '../cases/skips.ts';
import { type Onlooker, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { feedback } from '../schema/review.ts';

/** What a decision taught, as work on the dictionaries; confidential cases teach nothing. */
export interface FeedbackWork {
  readonly id: FeedbackId;
  readonly kind: 'misfire' | 'missed';
  readonly entry: EntryId | null; // that misfired
  readonly words: string | null; // that were missed: text of a mail
  readonly mailId: MailId | null; // where they stand, as the next two
  readonly part: PartId | null;
  readonly start: number | null;
  readonly caseId: CaseId;
  readonly status: CaseStatus; // of the case, as are the next four
  readonly acts: readonly Act[];
  readonly foundActs: readonly Act[];
  readonly from: string;
  readonly subject: string;
  readonly at: Date;
  readonly handled: 'changed' | 'dropped' | null;
  readonly handledBy: string | null;
}

const columns = {
  id: feedback.id,
  kind: feedback.kind,
  entry: feedback.entry,
  words: feedback.words,
  mailId: feedback.mailId,
  part: feedback.part,
  start: feedback.start,
  caseId: caseFile.id,
  status: caseFile.status,
  acts: caseFile.acts,
  foundActs: caseFile.foundActs,
  from: caseFile.from,
  subject: caseFile.subject,
  at: feedback.at,
  handled: feedback.handled,
  handledBy: feedback.handledBy,
};

/** Of decisions that stand, newest first; what a person declined is marked. */
export const feedbackWork = (
  db: Db,
  { open, limit, offset }: Slice & { readonly open: boolean },
  { person }: Pick<Onlooker, 'person'>,
): Promise<(FeedbackWork & { readonly declined: boolean })[]> =>
  db
    .select({ ...columns, declined: sql<boolean>`${declinedBy(person)}` })
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(open ? isNull(feedback.handled) : isNotNull(feedback.handled), stands(USUAL_VISIBILITY)))
    .orderBy(desc(feedback.id))
    .limit(limit)
    .offset(offset);

/** What the standing decision on a case taught. */
export const feedbackOfCase = (db: Db, caseId: CaseId): Promise<FeedbackWork[]> =>
  db
    .select(columns)
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(eq(feedback.caseId, caseId), stands(USUAL_VISIBILITY)))
    .orderBy(feedback.id);

export async function feedbackById(db: Db, id: FeedbackId): Promise<FeedbackWork | null> {
  const [row] = await db
    .select(columns)
    .from(feedback)
    .innerJoin(caseFile, eq(caseFile.id, feedback.caseId))
    .where(and(eq(feedback.id, id), stands(USUAL_VISIBILITY)));
  return row ?? null;
}

/** What became of it; null: it waits again. @returns false when there is none */
export async function handleFeedback(
  db: Db,
  id: FeedbackId,
  handled: FeedbackWork['handled'],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await db
    .update(feedback)
    .set(
      handled === null
        ? { handled, handledBy: null, handledAt: null }
        : { handled, handledBy: clean(by), handledAt: at },
    )
    .where(eq(feedback.id, id))
    .returning({ id: feedback.id });
  return rows.length > 0;
}
