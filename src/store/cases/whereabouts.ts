import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { caseFile } from '../schema/core.ts';

/** A merge that was not undone. */
export const lasts = isNull(caseMerge.endedAt);

/** Belongs into every list and count of cases that asks for no status: a merged one is counted where it stands. */
export const standsByItself = ne(caseFile.status, 'merged');

/** Ids of a case and of all that was merged into it, for `in`. */
export const fileOf = (id: CaseId | SQL): SQL =>
  sql`(select ${id}::bigint union all select part from ${caseMerge} where into_case = ${id}::bigint and ended_at is null)`;

/** Ids of what was merged into these cases. */
export async function partsOf(tx: Db, ids: readonly CaseId[]): Promise<CaseId[]> {
  const rows = await tx
    .select({ id: caseMerge.part })
    .from(caseMerge)
    .where(and(inArray(caseMerge.into, [...ids]), lasts));
  return rows.map(({ id }) => id);
}

/** The case in which a merged one stands, its row locked; null when it stands nowhere any more. Nothing of it is shown to anybody. */
export async function whereItStands(tx: Db, part: CaseId): Promise<typeof caseFile.$inferSelect | null> {
  const [merge] = await tx
    .select({ into: caseMerge.into })
    .from(caseMerge)
    .where(and(eq(caseMerge.part, part), lasts));
  if (merge === undefined) return null;
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, merge.into)).for('update');
  return row ?? null;
}
