import { and, asc, desc, eq, gte, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseId } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision } from '../schema/core.ts';
import { spotCheck, spotReading } from '../schema/spot-check.ts';

/** What two people made of the same mail without knowing of each other; whether it is a case. */
export interface BlindPair {
  readonly first: boolean;
  readonly second: boolean;
  readonly at: Date; // of the later one
}

const one = alias(spotReading, 'one');
const two = alias(spotReading, 'two');

/** Pairs of readings of the same mail, and of a decision that stood with a reading by somebody who had no part in it. */
export async function blindPairs(db: Db, since: Date): Promise<BlindPair[]> {
  const answers = ['fine', 'case'] as const;
  const readings = await db
    .select({ first: one.answer, second: two.answer, at: two.answeredAt })
    .from(one)
    .innerJoin(
      two,
      and(eq(two.spotId, one.spotId), sql`(${two.answeredAt}, ${two.person}) > (${one.answeredAt}, ${one.person})`),
    )
    .where(and(inArray(one.answer, answers), inArray(two.answer, answers), gte(two.answeredAt, since)));
  const decided = await db
    .select({ outcome: spotCheck.outcome, answer: spotReading.answer, at: spotReading.answeredAt })
    .from(spotCheck)
    .innerJoin(spotReading, eq(spotReading.spotId, spotCheck.id))
    .where(
      and(eq(spotCheck.stratum, 'decided'), inArray(spotReading.answer, answers), gte(spotReading.answeredAt, since)),
    );
  return [
    ...readings.map((row) => ({ first: row.first === 'case', second: row.second === 'case', at: row.at! })),
    ...decided.map((row) => ({ first: row.outcome === 'approved', second: row.answer === 'case', at: row.at! })),
  ];
}

/** How many different people had a part in those pairs: below some, figures would be about somebody. */
export async function blindReaders(db: Db, since: Date): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(distinct ${spotReading.person})`.mapWith(Number) })
    .from(spotReading)
    .where(and(inArray(spotReading.answer, ['fine', 'case']), gte(spotReading.answeredAt, since)));
  return row!.people;
}

/** A case that people decided twice. */
export interface DecidedTwice {
  readonly caseId: CaseId;
  readonly same: boolean; // the second decision was as the first
}

const earlier = alias(decision, 'earlier');

/**
 * Cases of which somebody made a decision after somebody else's, since then; the newest such pair of each. Confidential ones are left out.
 */
export async function decidedTwice(db: Db, since: Date): Promise<DecidedTwice[]> {
  const kindOf = (table: typeof decision | typeof earlier) => sql<string>`${table.decision} ->> 'kind'`;
  const decides = (table: typeof decision | typeof earlier) => sql`${kindOf(table)} in ('approve', 'dismiss')`;
  const rows = await db
    .selectDistinctOn([decision.caseId], { caseId: decision.caseId, first: kindOf(earlier), second: kindOf(decision) })
    .from(decision)
    .innerJoin(earlier, and(eq(earlier.caseId, decision.caseId), sql`${earlier.id} < ${decision.id}`))
    .innerJoin(caseFile, eq(caseFile.id, decision.caseId))
    .where(
      and(
        decides(decision),
        decides(earlier),
        isNotNull(decision.person),
        isNotNull(earlier.person),
        ne(decision.person, earlier.person),
        gte(decision.at, since),
        isVisible(USUAL_VISIBILITY),
      ),
    )
    .orderBy(asc(decision.caseId), desc(decision.id), desc(earlier.id));
  return rows.map(({ caseId, first, second }) => ({ caseId, same: first === second }));
}

/** Cases on which a blind reading and the decision that stands differ. Newest first. */
export async function readDifferently(db: Db, since: Date): Promise<CaseId[]> {
  const rows = await db
    .select({ caseId: caseMail.caseId, at: sql<Date>`max(${spotReading.answeredAt})` })
    .from(spotCheck)
    .innerJoin(spotReading, eq(spotReading.spotId, spotCheck.id))
    .innerJoin(caseMail, eq(caseMail.mailId, spotCheck.mailId))
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(
      and(
        isVisible(USUAL_VISIBILITY),
        inArray(caseFile.status, ['approved', 'dismissed']),
        gte(spotReading.answeredAt, since),
        sql`${spotReading.answer} = case ${caseFile.status} when 'approved' then 'fine' else 'case' end`,
      ),
    )
    .groupBy(caseMail.caseId)
    .orderBy(desc(sql`2`));
  return rows.map(({ caseId }) => caseId);
}
