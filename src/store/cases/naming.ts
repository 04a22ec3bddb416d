import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { type CaseId, NAME_GAPS, type NameTraces } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { type CaseFilter, conditionOf } from './filter.ts';
import type { Visibility } from './visibility.ts';

/**
 * Cases of `filter` that may speak of somebody: a mail holds what everything that speaks of them holds. Consultations always may, since
 * they are stored as they were written and have to be folded to be searched.
 */
export async function mayBeNamed(
  db: Db,
  filter: CaseFilter,
  visibility: Visibility,
  { names, address }: NameTraces,
): Promise<CaseId[]> {
  const closely = sql`translate(${reading.folded}, ${NAME_GAPS}, '')`;
  const traces: SQL[] = [
    ...names.map((name) => sql`strpos(${closely}, ${clean(name)}) > 0`),
    ...(address === null ? [] : [sql`strpos(${reading.plain}, ${clean(address)}) > 0`]),
  ];
  if (traces.length === 0) return [];
  const mails = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, caseFile.id), or(...traces)));
  const rows = await db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(conditionOf(filter, visibility), or(eq(caseFile.kind, 'report'), exists(mails))));
  return rows.map(({ id }) => id);
}
