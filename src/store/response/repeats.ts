import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { Counterparty, Demand } from '../../response/index.ts';
import { holdCase } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { lasts } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN } from '../mails/handed-in.ts';
import { caseMerge, caseMergeMail } from '../schema/case-notes.ts';
import { answer, caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { demandAnswer } from '../schema/measure.ts';
import type { Written } from './care.ts';
import { isOf } from './counterparty-cases.ts';

/** What the other side of a case asked for, and when it was answered. */
export interface Demanded {
  readonly demands: readonly Demand[];
  readonly answers: readonly Date[];
}

const MOST_MAILS = 500;

/**
 * Demands of the counterparty or the thread of a case, across its mails, calls and visits: of the case itself as it was found, of others as
 * a person approved them; of what was reported by what people found in it. What was dismissed was no such demand.
 */
export async function demandsAround(
  db: Db,
  id: CaseId,
  counterparty: Pick<Counterparty, 'id' | 'domains' | 'addresses'> | null,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Demanded> {
  const [own] = await db
    .select({ thread: caseFile.thread })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  if (own === undefined) return { demands: [], answers: [] };
  const same = or(
    eq(caseFile.id, id),
    and(
      eq(caseFile.status, 'approved'),
      or(eq(caseFile.thread, own.thread), counterparty === null ? undefined : isOf(db, counterparty)),
    ),
  );
  const rows = await db
    .select({
      id: caseFile.id,
      thread: caseFile.thread,
      status: caseFile.status,
      acts: caseFile.acts,
      joined: joinedActs(db),
      source: mail.source,
      found: verdict.acts,
      at: verdict.receivedAt,
    })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .where(and(isVisible(visibility), same))
    .orderBy(desc(verdict.receivedAt))
    .limit(MOST_MAILS);
  const threads = [...new Set([own.thread, ...rows.map(({ thread }) => thread)])];
  const ids = [...new Set([id, ...rows.map((row) => row.id)])];
  const sent = await db
    .select({ at: answer.at })
    .from(answer)
    .where(inArray(answer.thread, threads))
    .orderBy(asc(answer.at));
  const noted = await db
    .select({ at: demandAnswer.at })
    .from(demandAnswer)
    .where(inArray(demandAnswer.caseId, ids))
    .orderBy(asc(demandAnswer.at));
  return {
    demands: rows.map(({ id, status, joined, source, acts, found, at }) => ({
      caseId: id,
      at,
      // Of a call or a visit people know what was asked, whatever the words by which it was told; so they do of what joined a decided case.
      acts:
        joined ??
        (source === HANDED_IN && status === 'approved'
          ? acts
          : found.map(({ act }) => act).filter((act) => acts.includes(act))),
    })),
    answers: [...sent, ...noted].map(({ at }) => at),
  };
}

/** What was confirmed of a mail when it joined a decided case; null: it did not. */
const joinedActs = (db: Db) => {
  const acts = db
    .select({ acts: caseMerge.acts })
    .from(caseMergeMail)
    .innerJoin(caseMerge, eq(caseMerge.id, caseMergeMail.mergeId))
    .where(and(eq(caseMergeMail.mailId, caseMail.mailId), lasts, isNotNull(caseMerge.acts)));
  return sql<Act[] | null>`(${acts})`.mapWith((value: unknown) => value as Act[] | null);
};

/** @returns whether there is such a case in sight */
export async function addDemandAnswer(
  tx: Db,
  id: CaseId,
  { at, note }: { readonly at: Date; readonly note: string },
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<boolean> {
  if ((await holdCase(tx, id, visibility)) === null) return false;
  await tx.insert(demandAnswer).values({ caseId: id, at, note: clean(note), by: clean(who.by), writtenAt: who.at });
  return true;
}
