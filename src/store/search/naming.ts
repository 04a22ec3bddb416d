import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type CaseId, NAME_GAPS, type NameTraces } from '../../cases/index.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile, caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/**
 * Whether a case may speak of somebody: a mail holds what everything that speaks of them holds. One with a consultation, its own or one
 * that was merged into it, always may: consultations are stored as they were written and would have to be folded to be searched.
 *
 * A subquery of one row for each case: the database answers it for the cases at hand, never for all beforehand.
 */
export function mayName(db: Db, { names, address }: NameTraces): SQL<boolean> {
  const traces = [
    ...names.map(holdsName),
    ...(address === null ? [] : [sql`strpos(${reading.plain}, ${clean(address)}) > 0`]),
  ];
  if (traces.length === 0) return sql<boolean>`false`;
  const mails = db
    .select({ yes: sql`true` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, caseFile.id), or(...traces)))
    .limit(1);
  const merged = db
    .select({ yes: sql`true` })
    .from(caseMerge)
    .innerJoin(consultation, eq(consultation.caseId, caseMerge.part))
    .where(and(eq(caseMerge.into, caseFile.id), isNull(caseMerge.endedAt)))
    .limit(1);
  return sql<boolean>`(${caseFile.kind} = 'report' or coalesce((${mails}), false) or coalesce((${merged}), false))`;
}

/** Those among cases that may speak of somebody. */
export async function mayNameAmong(db: Db, ids: readonly CaseId[], traces: NameTraces): Promise<CaseId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(anyOf(caseFile.id, ids), mayName(db, traces)));
  return rows.map(({ id }) => id);
}

/** The characters are looked for first: a text without one of them need not be rewritten, which costs twenty times as much. */
function holdsName(name: string): SQL | undefined {
  const word = clean(name);
  const closely = sql`strpos(translate(${reading.folded}, ${NAME_GAPS}, ''), ${word}) > 0`;
  return and(...[...new Set(word)].map((one) => sql`strpos(${reading.folded}, ${one}) > 0`), closely);
}
