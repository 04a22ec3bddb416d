import { and, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { CaseInList, PersonId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { user } from '../schema/auth.ts';
import { caseFile, caseMail, verdict } from '../schema/core.ts';
import { claim, skip } from '../schema/review.ts';
import { assigneeOf, summaryOf, totalOf } from './cases.ts';
import { type CaseFilter, conditionOf, orderOf, type Slice } from './filter.ts';
import type { Visibility } from './visibility.ts';

/** Who looks at the list, and when. */
export interface Looking extends Visibility {
  readonly person: PersonId;
  readonly now: Date;
}

type Looker = Omit<Looking, 'person'> & { readonly person: PersonId | null }; // null: a program

/** A page of cases as a person sees it: among open ones those first in which somebody's safety is at stake. */
export async function caseListPage(
  db: Db,
  { limit, offset, ...filter }: CaseFilter & Slice,
  looker: Looker,
): Promise<CaseInList[]> {
  const { person, now: _, ...visibility } = looker;
  if (person === null || filter.status !== 'open' || (filter.band ?? 'urgent') !== 'urgent')
    return pageOf(db, filter, { limit, offset }, looker);
  const safety = { ...filter, band: 'urgent', safety: true } as const;
  const theirs = await totalOf(db, safety, visibility, offset + limit);
  const first = offset < theirs ? await pageOf(db, safety, { limit, offset }, looker) : [];
  if (first.length === limit) return first;
  const slice = { limit: limit - first.length, offset: Math.max(0, offset - theirs) };
  return [...first, ...(await pageOf(db, theirs === 0 ? filter : { ...filter, safety: false }, slice, looker))];
}

/** The page is found first and its rows are filled afterwards: far down a long list the rows before it then cost an index entry each. */
async function pageOf(
  db: Db,
  filter: CaseFilter,
  { limit, offset }: Slice,
  { person, now, ...visibility }: Looker,
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
        watched: hasMail(db, isNotNull(verdict.watchedSince)),
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

/** Whether the case has a mail with such a verdict. */
function hasMail(db: Db, which: SQL) {
  const found = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, caseFile.id), which));
  return sql<boolean>`exists (${found})`;
}
