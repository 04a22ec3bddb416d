import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { CaseDetail, CaseKind, CaseMail, CaseStatus, CaseSummary, RecordedDecision } from '../cases/index.ts';
import type { Band } from '../detect/index.ts';
import type { Db } from './db.ts';
import { isRowId } from './ids.ts';
import { caseFile, caseMail, decision, mail, verdict } from './schema.ts';

/** Which cases a list shows; what is left out does not narrow it. */
export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly band?: Band;
  readonly kind?: CaseKind;
  readonly limit: number;
  readonly offset: number;
}

/** A page of cases: urgent first, then review, grey and those without band; within a band the oldest mail first. Decided ones by the newest decision. */
export async function listCases(db: Db, filter: CaseFilter): Promise<{ cases: CaseSummary[]; total: number }> {
  const which = and(
    filter.status === undefined ? undefined : eq(caseFile.status, filter.status),
    filter.band === undefined ? undefined : eq(caseFile.band, filter.band),
    filter.kind === undefined ? undefined : eq(caseFile.kind, filter.kind),
  );
  const decided = filter.status === 'approved' || filter.status === 'dismissed';
  const cases = await summaries(db)
    .where(which)
    .orderBy(
      ...(decided ? [desc(caseFile.decidedAt)] : []),
      sql`${caseFile.band} desc nulls last`,
      asc(caseFile.receivedAt),
      asc(caseFile.id),
    )
    .limit(filter.limit)
    .offset(filter.offset);
  const [row] = await db.select({ total: count() }).from(caseFile).where(which);
  return { cases, total: row?.total ?? 0 };
}

/** Open cases by band. */
export async function countCases(db: Db): Promise<Record<'urgent' | 'review' | 'grey' | 'unreadable', number>> {
  const rows = await db
    .select({ kind: caseFile.kind, band: caseFile.band, cases: count() })
    .from(caseFile)
    .where(eq(caseFile.status, 'open'))
    .groupBy(caseFile.kind, caseFile.band);
  const counts = { urgent: 0, review: 0, grey: 0, unreadable: 0 };
  for (const { kind, band, cases } of rows) {
    if (kind === 'unreadable') counts.unreadable += cases;
    else if (band !== null && band !== 'ordinary') counts[band] += cases;
  }
  return counts;
}

export async function loadCase(db: Db, id: string): Promise<CaseDetail | null> {
  if (!isRowId(id)) return null;
  const [summary] = await summaries(db).where(eq(caseFile.id, id));
  if (!summary) return null;
  const [file] = await db.select({ previousCase: caseFile.previousCase }).from(caseFile).where(eq(caseFile.id, id));
  return {
    ...summary,
    items: await mailsOf(db, id),
    decisions: await decisionsOf(db, id),
    previousCase: file?.previousCase ?? null,
  };
}

const summaries = (db: Db) =>
  db
    .select({
      id: caseFile.id,
      kind: caseFile.kind,
      status: caseFile.status,
      band: caseFile.band,
      acts: caseFile.acts,
      from: caseFile.from,
      subject: caseFile.subject,
      mails: db.$count(caseMail, eq(caseMail.caseId, caseFile.id)),
      receivedAt: caseFile.receivedAt,
      decidedBy: caseFile.decidedBy,
    })
    .from(caseFile);

async function mailsOf(db: Db, id: string): Promise<CaseMail[]> {
  return db
    .select({
      mailId: mail.id,
      source: mail.source,
      receivedAt: mail.receivedAt,
      raw: mail.raw,
      assessment: verdict.assessment,
      warnings: verdict.warnings,
      failure: verdict.failure,
      deliveries: sql`1 + (select count(*) from ${verdict} again where again.duplicate_of = ${mail.id})`.mapWith(
        Number,
      ),
    })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, id))
    .orderBy(asc(mail.receivedAt), asc(mail.id));
}

async function decisionsOf(db: Db, id: string): Promise<RecordedDecision[]> {
  return db
    .select({ decision: decision.decision, by: decision.by, at: decision.at })
    .from(decision)
    .where(eq(decision.caseId, id))
    .orderBy(asc(decision.id));
}
