import { and, asc, count, eq } from 'drizzle-orm';
import {
  type Assignee,
  type CaseDetail,
  type CaseId,
  type CaseSummary,
  currentDecision,
  type PersonId,
  type RecordedDecision,
} from '../../cases/index.ts';
import { consultationOf } from '../consultations/consultations.ts';
import type { Db } from '../engine/db.ts';
import { mergingOf } from '../response/merging.ts';
import { user } from '../schema/auth.ts';
import { caseFile, caseMail, decision } from '../schema/core.ts';
import { type MailsWanted, pageOfMails } from './case-mails.ts';
import { type CaseFilter, conditionOf, orderOf, type Slice } from './filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from './visibility.ts';

/** A page of cases in the order of `orderOf`, and how many there are in all. */
export async function listCases(
  db: Db,
  { limit, offset, ...filter }: CaseFilter & Slice,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<{ cases: CaseSummary[]; total: number }> {
  const which = conditionOf(filter, visibility);
  const cases = await summaries(db)
    .where(which)
    .orderBy(...orderOf(filter))
    .limit(limit)
    .offset(offset);
  return { cases, total: await totalOf(db, filter, visibility) };
}

/** How many cases `filter` leaves; counting ends at `most`. */
export async function totalOf(
  db: Db,
  filter: CaseFilter,
  visibility: Visibility = USUAL_VISIBILITY,
  most?: number,
): Promise<number> {
  const which = conditionOf(filter, visibility);
  if (most === undefined) return db.$count(caseFile, which);
  return db.$count(db.select({ id: caseFile.id }).from(caseFile).where(which).limit(most).as('counted'));
}

/** Open cases by band or, without one, by kind. */
export type CaseCounts = Readonly<Record<'urgent' | 'review' | 'grey' | 'unreadable' | 'report', number>>;

/** @param filter narrows them; its status is not asked */
export async function countCases(
  db: Db,
  visibility: Visibility = USUAL_VISIBILITY,
  filter: CaseFilter = {},
): Promise<CaseCounts> {
  const rows = await db
    .select({ kind: caseFile.kind, band: caseFile.band, cases: count() })
    .from(caseFile)
    .where(conditionOf({ ...filter, status: 'open' }, visibility))
    .groupBy(caseFile.kind, caseFile.band);
  const counts = { urgent: 0, review: 0, grey: 0, unreadable: 0, report: 0 };
  for (const { kind, band, cases } of rows) {
    if (kind !== 'mail') counts[kind] += cases;
    else if (band !== null && band !== 'ordinary') counts[band] += cases;
  }
  return counts;
}

/** A case without its mails. */
export async function caseSummary(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CaseSummary | null> {
  const [summary] = await summaries(db).where(and(eq(caseFile.id, id), isVisible(visibility)));
  return summary ?? null;
}

/**
 * A case with a page of its mails, since whoever writes may fill a thread without end.
 *
 * @example
 * const detail = await loadCase(db, id, { seesConfidential: false });
 */
export async function loadCase(
  db: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
  wanted: MailsWanted = {},
): Promise<CaseDetail | null> {
  const summary = await caseSummary(db, id, visibility);
  if (summary === null) return null;
  const [file] = await db
    .select({
      previousCase: caseFile.previousCase,
      counterparty: caseFile.counterparty,
      assignee: caseFile.assignee,
      assigneeName: user.name,
      withConsultation: caseFile.withConsultation,
      heldBy: caseFile.heldBy,
      entries: caseFile.entries,
    })
    .from(caseFile)
    .leftJoin(user, eq(user.id, caseFile.assignee))
    .where(eq(caseFile.id, id));
  if (file === undefined) return null; // deleted meanwhile
  return {
    ...summary,
    report: await consultationOf(db, id),
    ...(await pageOfMails(db, id, summary.mails, wanted)),
    entries: file.entries,
    decisions: await decisionsOf(db, id),
    previousCase: file.previousCase,
    counterparty: file.counterparty,
    assignee: assigneeOf(file),
    heldBy: file.heldBy,
    merging: await mergingOf(db, id),
  };
}

const summaries = (db: Db) => db.select(summaryOf(db)).from(caseFile);

/** What every list shows of a case. */
export const summaryOf = (db: Db) => ({
  id: caseFile.id,
  kind: caseFile.kind,
  status: caseFile.status,
  band: caseFile.band,
  acts: caseFile.acts,
  foundActs: caseFile.foundActs,
  from: caseFile.from,
  subject: caseFile.subject,
  mails: db.$count(caseMail, eq(caseMail.caseId, caseFile.id)),
  receivedAt: caseFile.receivedAt,
  decidedBy: caseFile.decidedBy,
});

export function assigneeOf(row: {
  assignee: PersonId | null;
  assigneeName: string | null;
  withConsultation: boolean;
}): Assignee {
  if (row.assignee !== null) return { kind: 'person', id: row.assignee, name: row.assigneeName ?? '' };
  return { kind: row.withConsultation ? 'desk' : 'anyone' };
}

async function decisionsOf(db: Db, id: CaseId): Promise<RecordedDecision[]> {
  const rows = await db
    .select({ decision: decision.decision, by: decision.by, at: decision.at })
    .from(decision)
    .where(eq(decision.caseId, id))
    .orderBy(asc(decision.id));
  return rows.map((row) => ({ ...row, decision: currentDecision(row.decision) }));
}
