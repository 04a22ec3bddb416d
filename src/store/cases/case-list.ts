import { and, eq, gt, sql } from 'drizzle-orm';
import type { CaseInList, PersonId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { caseFile } from '../schema/core.ts';
import { claim, skip } from '../schema/review.ts';
import { assigneeOf, summaryOf } from './cases.ts';
import { type CaseFilter, conditionOf, orderOf, type Slice } from './filter.ts';
import type { Visibility } from './visibility.ts';

/** Who looks at the list, and when. */
export interface Looking extends Visibility {
  readonly person: PersonId;
  readonly now: Date;
}

/**
 * A page of cases as a person sees it. The page is found first and its rows are filled afterwards: far down a long
 * list the rows before it then cost an index entry each.
 */
export async function caseListPage(
  db: Db,
  { limit, offset, ...filter }: CaseFilter & Slice,
  { person, now, ...visibility }: Omit<Looking, 'person'> & { readonly person: PersonId | null }, // null: a program
): Promise<CaseInList[]> {
  const page = db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(conditionOf(filter, visibility))
    .orderBy(...orderOf(filter))
    .limit(limit)
    .offset(offset)
    .as('page');
  const rows = await db
    .select({
      case: {
        ...summaryOf(db),
        counterparty: caseFile.counterparty,
        sources: caseFile.sources,
        confidential: caseFile.confidential,
      },
      assignee: caseFile.assignee,
      assigneeName: user.name,
      withConsultation: caseFile.withConsultation,
      claim: { person: claim.person, name: claim.name, until: claim.until },
      declined: skip.declined,
    })
    .from(page)
    .innerJoin(caseFile, eq(caseFile.id, page.id))
    .leftJoin(user, eq(user.id, caseFile.assignee))
    .leftJoin(claim, and(eq(claim.caseId, caseFile.id), gt(claim.until, now)))
    .leftJoin(skip, and(eq(skip.caseId, caseFile.id), person === null ? sql`false` : eq(skip.person, person)))
    .orderBy(...orderOf(filter));
  return rows.map((row) => ({
    ...row.case,
    assignee: assigneeOf(row),
    claim: row.claim,
    skipped: row.declined !== null,
    declined: row.declined ?? false,
  }));
}
