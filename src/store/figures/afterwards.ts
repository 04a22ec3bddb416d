import { and, eq, gte, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { letter } from '../schema/letters.ts';
import { measure } from '../schema/measure.ts';
import { referral } from '../schema/outside.ts';
import type { Edges } from './stretch.ts';
import { stretchOf } from './stretch.ts';

/** What was done towards the other side, and of what it was right about, between the first and the last edge, in cases that are not confidential. */
export interface Afterwards {
  readonly measures: number; // approved by a second person
  readonly letters: number; // sent
  readonly referrals: number; // justified complaints that were passed on; of cases that are gone, too
}

export async function afterwards(db: Db, edges: Edges): Promise<Afterwards> {
  const measures = await db
    .select({ n: counted })
    .from(measure)
    .innerJoin(caseFile, eq(caseFile.id, measure.caseId))
    .where(and(eq(measure.outcome, 'approved'), ...within(measure.outcomeAt, edges), isVisible(USUAL_VISIBILITY)));
  const letters = await db
    .select({ n: counted })
    .from(letter)
    .innerJoin(caseFile, eq(caseFile.id, letter.caseId))
    .where(and(isNotNull(letter.sentAt), ...within(letter.sentAt, edges), isVisible(USUAL_VISIBILITY)));
  const referrals = await db
    .select({ n: counted })
    .from(referral)
    .leftJoin(caseFile, eq(caseFile.id, referral.caseId))
    .where(and(...within(referral.at, edges), or(isNull(referral.caseId), isVisible(USUAL_VISIBILITY))));
  return { measures: measures[0]!.n, letters: letters[0]!.n, referrals: referrals[0]!.n };
}

/** New cases by stretch and mailbox; what people handed in came by none. */
export interface Load {
  readonly stretch: number; // from 0
  readonly source: string;
  readonly cases: number;
}

export const newCases = (db: Db, edges: Edges): Promise<Load[]> => {
  const found = db
    .select({
      stretch: stretchOf(sql`${caseFile.openedAt}`, edges).as('stretch'),
      source: sql<string>`${caseFile.firstSource}`.as('source'),
    })
    .from(caseFile)
    .where(and(...within(caseFile.openedAt, edges), isVisible(USUAL_VISIBILITY)))
    .as('found');
  return db
    .select({ stretch: found.stretch, source: found.source, cases: counted })
    .from(found)
    .groupBy(found.stretch, found.source);
};

const counted = sql<number>`count(*)`.mapWith(Number);

type Time = typeof caseFile.openedAt | typeof measure.outcomeAt | typeof letter.sentAt | typeof referral.at;

const within = (column: Time, edges: Edges): SQL[] => [gte(column, edges[0]!), lt(column, edges.at(-1)!)];
