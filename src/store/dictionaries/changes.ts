import { desc, eq } from 'drizzle-orm';
import type { ChangeId } from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import { cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { dictionaryChange } from '../schema/tuning.ts';

/** A change of one rule, as it was made. */
export type DictionaryChange = typeof dictionaryChange.$inferSelect;
/** One that is to be written down. */
export type NewDictionaryChange = Omit<DictionaryChange, 'id'>;

/** Changes, the newest first. */
export const dictionaryChanges = (
  db: Db,
  {
    entry,
    limit,
    offset = 0,
  }: {
    readonly entry?: string | undefined;
    readonly limit: number;
    readonly offset?: number;
  },
): Promise<DictionaryChange[]> =>
  db
    .select()
    .from(dictionaryChange)
    .where(entry === undefined ? undefined : eq(dictionaryChange.entry, entry as EntryId))
    .orderBy(desc(dictionaryChange.id))
    .limit(limit)
    .offset(offset);

export async function dictionaryChangeById(db: Db, id: ChangeId): Promise<DictionaryChange | null> {
  const [row] = await db.select().from(dictionaryChange).where(eq(dictionaryChange.id, id));
  return row ?? null;
}

export async function addChange(tx: Db, change: NewDictionaryChange): Promise<ChangeId> {
  const { at, ...rest } = change;
  const [row] = await tx
    .insert(dictionaryChange)
    .values({ ...cleanJson(rest), at })
    .returning({ id: dictionaryChange.id });
  return row!.id;
}
