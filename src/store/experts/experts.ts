import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Expert, ExpertId } from '../../response/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { expert } from '../schema/experts.ts';

const COLUMNS = { id: expert.id, kind: expert.kind, name: expert.name, contact: expert.contact };

/** Everybody who is still asked, by kind and name. */
export const standingExperts = (db: Db): Promise<Expert[]> =>
  db
    .select(COLUMNS)
    .from(expert)
    .where(isNull(expert.endedAt))
    .orderBy(asc(expert.kind), asc(expert.name), asc(expert.id));

/** One of them; null when there is none, or it has ended. */
export async function loadExpert(db: Db, id: ExpertId): Promise<Expert | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(expert)
    .where(and(eq(expert.id, id), isNull(expert.endedAt)));
  return row ?? null;
}

export async function addExpert(
  tx: Db,
  { kind, name, contact }: Omit<Expert, 'id'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<ExpertId> {
  const [row] = await tx
    .insert(expert)
    .values({ kind, name: clean(name), contact: clean(contact), by: clean(by), at })
    .returning({ id: expert.id });
  return row!.id;
}

/** Somebody is asked no more; how they were reached is forgotten. @returns false when there is no such one */
export async function endExpert(tx: Db, id: ExpertId, at: Date): Promise<boolean> {
  const rows = await tx
    .update(expert)
    .set({ endedAt: at, contact: '' })
    .where(and(eq(expert.id, id), isNull(expert.endedAt)))
    .returning({ id: expert.id });
  return rows.length > 0;
}
