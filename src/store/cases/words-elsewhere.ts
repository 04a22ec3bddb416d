import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { CaseDetail, CaseId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, verdict } from '../schema/core.ts';
import { feedback } from '../schema/review.ts';

/** Words of a case's mails, as written. */
export interface FoundWords {
  readonly act: Act | null; // null: a person marked them
  readonly text: string;
}

/** More than these and a page would take long to look for them. */
const MOST = 2_000;

/**
 * What was found in mails of a case that are not on the page, and what people marked in any of them as missed: a page
 * that hides words hides these, too.
 */
export async function wordsElsewhere(
  db: Db,
  { id, items, mails }: Pick<CaseDetail, 'id' | 'items' | 'mails'>,
): Promise<FoundWords[]> {
  const marked = await db
    .select({ text: feedback.words })
    .from(feedback)
    .where(and(eq(feedback.caseId, id), eq(feedback.kind, 'missed')))
    .limit(MOST);
  const missed = marked.map(({ text }) => ({ act: null, text: text! }));
  if (items.length >= mails) return missed;
  const shown = items.map(({ mailId }) => mailId);
  const match = sql`jsonb_array_elements(${verdict.assessment} -> 'matches')`;
  const matches = db
    .select({ match: sql<unknown>`${match}`.as('match') })
    .from(caseMail)
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, id), notInArray(caseMail.mailId, shown)))
    .as('matches');
  const found = await db
    .selectDistinct({ act: sql<Act>`${matches.match} ->> 'act'`, text: sql<string>`${matches.match} ->> 'text'` })
    .from(matches)
    .where(sql`${matches.match} ->> 'act' is not null`)
    .limit(MOST);
  return [...found, ...missed];
}

/** Cases that are asked for at once: a file of the list has ten thousand. */
const AT_ONCE = 500;

/** What was found for some acts in all mails of each of these cases, and what people marked in them as missed. */
export async function wordsOfCases(
  db: Db,
  ids: readonly CaseId[],
  acts: readonly Act[],
): Promise<ReadonlyMap<CaseId, readonly FoundWords[]>> {
  const words = new Map<CaseId, FoundWords[]>(ids.map((id) => [id, []]));
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const match = sql`jsonb_array_elements(${verdict.assessment} -> 'matches')`;
    const matches = db
      .select({ caseId: caseMail.caseId, match: sql<unknown>`${match}`.as('match') })
      .from(caseMail)
      .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
      .where(anyOf(caseMail.caseId, some))
      .as('matches');
    const act = sql<Act>`${matches.match} ->> 'act'`;
    const found = await db
      .selectDistinct({ caseId: matches.caseId, act, text: sql<string>`${matches.match} ->> 'text'` })
      .from(matches)
      .where(inArray(act, [...acts]));
    const missed = await db
      .select({ caseId: feedback.caseId, text: feedback.words })
      .from(feedback)
      .where(and(anyOf(feedback.caseId, some), eq(feedback.kind, 'missed')));
    for (const { caseId, ...one } of found) words.get(caseId)!.push(one);
    for (const { caseId, text } of missed) words.get(caseId)!.push({ act: null, text: text! });
  }
  return words;
}
