import { and, arrayOverlaps, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, not, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseId, CaseSummary } from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, verdict } from '../schema/core.ts';
import { claim } from '../schema/review.ts';
import type { Looking } from './case-list.ts';
import { summaryOf } from './cases.ts';
import { declinedBy } from './skips.ts';
import { isVisible, USUAL_VISIBILITY } from './visibility.ts';

/** A page on which a person can still look at each. */
const MOST = 100;

/**
 * Open cases that are nearly the same as this one, whatever its own status: of the same counterparty with the same
 * entries, or with a mail of the same content. Those someone else is at, or that the person declined, are left out. Oldest
 * first, 100 at most.
 */
export async function similarCases(
  db: Db,
  id: CaseId,
  { person, now, ...visibility }: Looking,
): Promise<CaseSummary[]> {
  const [own] = await db
    .select({ counterparty: caseFile.counterparty, entries: caseFile.entries })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)));
  if (!own) return [];
  const known = own.counterparty !== '' && own.entries.length > 0;
  return db
    .select(summaryOf(db))
    .from(caseFile)
    .leftJoin(claim, eq(claim.caseId, caseFile.id))
    .where(
      and(
        eq(caseFile.status, 'open'),
        isVisible(visibility),
        not(declinedBy(person)),
        ne(caseFile.id, id),
        or(isNull(claim.caseId), eq(claim.person, person), lte(claim.until, now)),
        or(
          known ? and(eq(caseFile.counterparty, own.counterparty), eq(caseFile.entries, own.entries)) : undefined,
          sql`${caseFile.id} = any(array(${sameContent(db, id)}))`,
        ),
      ),
    )
    .orderBy(asc(caseFile.receivedAt), asc(caseFile.id))
    .limit(MOST);
}

/** Ids of the cases that hold a mail with the content of one of this case's mails. */
function sameContent(db: Db, id: CaseId) {
  const own = alias(verdict, 'own_verdict');
  const ownMail = alias(caseMail, 'own_mail');
  return db
    .select({ id: caseMail.caseId })
    .from(ownMail)
    .innerJoin(own, eq(own.mailId, ownMail.mailId))
    .innerJoin(verdict, eq(verdict.contentHash, own.contentHash))
    .innerJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .where(and(eq(ownMail.caseId, id), isNotNull(verdict.assessment))); // as every mail of a case that has its text
}

/** Cases of mails that stand decided and in which any of these entries was found, newest decision first. Confidential ones are never among them. */
export const decidedWithAny = (
  db: Db,
  entries: readonly EntryId[],
  { except, limit }: { readonly except: CaseId; readonly limit: number },
): Promise<{ readonly id: CaseId; readonly entries: readonly EntryId[] }[]> =>
  db
    .select({ id: caseFile.id, entries: caseFile.entries })
    .from(caseFile)
    .where(
      and(
        arrayOverlaps(caseFile.entries, [...entries]),
        inArray(caseFile.status, ['approved', 'dismissed']),
        eq(caseFile.kind, 'mail'),
        isVisible(USUAL_VISIBILITY),
        ne(caseFile.id, except),
      ),
    )
    .orderBy(desc(caseFile.decidedAt), desc(caseFile.id))
    .limit(limit);
