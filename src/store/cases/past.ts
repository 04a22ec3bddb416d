import { and, asc, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { CaseId, CaseSummary, OwnStatus } from '../../cases/index.ts';
import type { Band } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { answer, caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { summaryOf } from './cases.ts';
import { newestFirst } from './filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from './visibility.ts';
import { standsByItself } from './whereabouts.ts';

/** Something that happened in a thread. */
export type ThreadEvent =
  | {
      readonly kind: 'mail';
      readonly at: Date;
      readonly source: string;
      readonly band: Band | null; // null: unreadable
      readonly caseId: CaseId | null; // null: ordinary, nothing is kept but this
    }
  | { readonly kind: 'answer'; readonly at: Date; readonly source: string };

/** What is known around a case, across all inboxes. */
export interface Past {
  readonly thread: readonly ThreadEvent[]; // oldest first, the newest 200 at most
  readonly cases: readonly (CaseSummary & { readonly sources: readonly string[] })[]; // of the counterparty, without this one; newest first, 20 at most
  readonly statuses: Readonly<Record<OwnStatus, number>>; // of all those
  readonly sender: Readonly<Record<Band | 'unreadable', number>>; // verdicts on this case's senders, for as long as they are kept
}

const MOST_EVENTS = 200;
const MOST_CASES = 20;

export async function loadPast(db: Db, id: CaseId, visibility: Visibility = USUAL_VISIBILITY): Promise<Past | null> {
  const [own] = await db
    .select({ thread: caseFile.thread, counterparty: caseFile.counterparty })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  if (!own) return null;
  const others = and(
    isVisible(visibility),
    standsByItself,
    eq(caseFile.counterparty, own.counterparty),
    ne(caseFile.id, id),
  );
  const known = own.counterparty !== '';
  return {
    thread: [...(await mailsIn(db, own.thread)), ...(await answersIn(db, own.thread))]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(-MOST_EVENTS),
    cases: known
      ? await db
          .select({ ...summaryOf(db), sources: caseFile.sources })
          .from(caseFile)
          .where(others)
          .orderBy(...newestFirst)
          .limit(MOST_CASES)
      : [],
    statuses: known ? await statusesOf(db, others) : { open: 0, approved: 0, dismissed: 0 },
    sender: await verdictsOnSenders(db, id),
  };
}

async function mailsIn(db: Db, thread: string): Promise<ThreadEvent[]> {
  const rows = await db
    .select({ at: verdict.receivedAt, source: mail.source, band: verdict.band, caseId: caseMail.caseId })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .where(eq(verdict.thread, thread))
    .orderBy(desc(verdict.receivedAt))
    .limit(MOST_EVENTS);
  return rows.map((row) => ({ kind: 'mail', ...row }));
}

async function answersIn(db: Db, thread: string): Promise<ThreadEvent[]> {
  const rows = await db
    .select({ at: answer.at, source: answer.source })
    .from(answer)
    .where(eq(answer.thread, thread))
    .orderBy(desc(answer.at))
    .limit(MOST_EVENTS);
  return rows.map((row) => ({ kind: 'answer', ...row }));
}

async function statusesOf(db: Db, which: ReturnType<typeof and>): Promise<Past['statuses']> {
  const rows = await db
    .select({ status: caseFile.status, cases: count() })
    .from(caseFile)
    .where(which)
    .groupBy(caseFile.status)
    .orderBy(asc(caseFile.status));
  const statuses = { open: 0, approved: 0, dismissed: 0 };
  for (const { status, cases } of rows) if (status !== 'merged') statuses[status] = cases;
  return statuses;
}

async function verdictsOnSenders(db: Db, id: CaseId): Promise<Past['sender']> {
  const senders = db
    .selectDistinct({ hash: verdict.senderHash })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, id), isNotNull(verdict.senderHash)));
  const rows = await db
    .select({ band: verdict.band, verdicts: count() })
    .from(verdict)
    .where(inArray(verdict.senderHash, senders))
    .groupBy(verdict.band);
  const counts = { ordinary: 0, grey: 0, review: 0, urgent: 0, unreadable: 0 };
  for (const { band, verdicts } of rows) counts[band ?? 'unreadable'] = verdicts;
  return counts;
}
