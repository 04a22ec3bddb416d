import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { ChangeId } from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { dictionaryChange } from '../schema/tuning.ts';

/** A change of one rule, as it was made. */
export type DictionaryChange = Omit<typeof dictionaryChange.$inferSelect, 'written'>;
/** One that is to be written down. */
export type NewDictionaryChange = Omit<DictionaryChange, 'id'>;

/** One after another, whoever writes the files of the dictionaries: held until the transaction ends. */
export const lockDictionaries = (tx: Db): Promise<void> => takeAdvisoryLock(tx, 'dictionaries', '');

/** Notes a change before its file is written: `noteWritten` or `dropChange` follows, also after a crash. */
export async function announceChange(db: Db, change: NewDictionaryChange, written = false): Promise<ChangeId> {
  const { before, after, reason, by, ...rest } = change;
  const text = (one: string | null) => (one === null ? null : clean(one));
  const [row] = await db
    .insert(dictionaryChange)
    .values({
      ...cleanJson(rest),
      at: change.at,
      by: clean(by),
      reason: clean(reason),
      before: text(before),
      after: text(after),
      written,
    })
    .returning({ id: dictionaryChange.id });
  return row!.id;
}

export async function noteWritten(db: Db, id: ChangeId): Promise<void> {
  await db.update(dictionaryChange).set({ written: true }).where(eq(dictionaryChange.id, id));
}

export async function dropChange(db: Db, id: ChangeId): Promise<void> {
  await db.delete(dictionaryChange).where(and(eq(dictionaryChange.id, id), eq(dictionaryChange.written, false)));
}

const columns = {
  id: dictionaryChange.id,
  at: dictionaryChange.at,
  person: dictionaryChange.person,
  by: dictionaryChange.by,
  kind: dictionaryChange.kind,
  entry: dictionaryChange.entry,
  act: dictionaryChange.act,
  section: dictionaryChange.section,
  file: dictionaryChange.file,
  before: dictionaryChange.before,
  after: dictionaryChange.after,
  reason: dictionaryChange.reason,
  effect: dictionaryChange.effect,
  reverts: dictionaryChange.reverts,
};

/** Changes that were written, the newest first. */
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
  listed(db, and(eq(dictionaryChange.written, true), entry === undefined ? undefined : isOf(entry)))
    .orderBy(desc(dictionaryChange.id))
    .limit(limit)
    .offset(offset);

export async function dictionaryChangeById(db: Db, id: ChangeId): Promise<DictionaryChange | null> {
  const [row] = await listed(db, and(eq(dictionaryChange.id, id), eq(dictionaryChange.written, true)));
  return row ?? null;
}

/** Changes of which nobody knows whether their file was written. */
export const announcedChanges = (db: Db, until: Date): Promise<DictionaryChange[]> =>
  listed(db, and(eq(dictionaryChange.written, false), lte(dictionaryChange.at, until))).orderBy(dictionaryChange.id);

/** The newest change of every rule that was ever changed here. */
export function newestChanges(db: Db): Promise<DictionaryChange[]> {
  const later = sql`(select from ${dictionaryChange} later where later.entry = ${dictionaryChange.entry} and later.written and later.id > ${dictionaryChange.id})`;
  return listed(db, and(eq(dictionaryChange.written, true), sql`not exists ${later}`));
}

const isOf = (entry: string): SQL => eq(dictionaryChange.entry, entry as EntryId);

const listed = (db: Db, where: SQL | undefined) => db.select(columns).from(dictionaryChange).where(where);
