import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { CaseEntry, CaseEntryId, CaseNote } from '../../response/index.ts';
import { holdCase } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseNote } from '../schema/case-notes.ts';
import { caseFile } from '../schema/core.ts';
import { noteAddition } from './additions.ts';
import type { Written } from './care.ts';

/** A note, and the case in whose file it was written. */
export interface FiledEntry extends CaseEntry {
  readonly caseId: CaseId;
}

/** What was noted in the files of these cases, oldest first; of cases out of sight nothing. */
export async function caseEntries(
  db: Db,
  ids: readonly CaseId[],
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<FiledEntry[]> {
  const found: FiledEntry[] = [];
  for (const id of ids) {
    const rows = await db
      .select({ row: caseNote })
      .from(caseNote)
      .innerJoin(caseFile, eq(caseFile.id, caseNote.caseId))
      .where(and(eq(caseNote.caseId, id), isVisible(visibility)))
      .orderBy(asc(caseNote.id));
    found.push(...rows.map(({ row }) => entryOf(row)));
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const entryOf = ({ id, caseId, note, by, at, struckBy, struckAt, struckWhy }: Row): FiledEntry => ({
  id,
  caseId,
  note,
  by,
  at,
  struck: struckBy === null || struckAt === null ? null : { by: struckBy, at: struckAt, why: struckWhy ?? '' },
});

type Row = typeof caseNote.$inferSelect;

/** @returns the note's id; null when there is no such case in sight. */
export async function addCaseNote(
  tx: Db,
  id: CaseId,
  note: CaseNote,
  who: Written,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CaseEntryId | null> {
  if ((await holdCase(tx, id, visibility)) === null) return null;
  const [made] = await tx
    .insert(caseNote)
    .values({ caseId: id, note: cleanJson(note), by: clean(who.by), at: who.at })
    .returning({ id: caseNote.id });
  if (note.kind === 'fact') await noteAddition(tx, id, { kind: 'fact', ...who });
  return made!.id;
}

/** Strikes a note, which stays readable, with the reason; the first who does so is kept. @returns the case's; null when there is no such note in sight */
export async function strikeCaseNote(
  tx: Db,
  id: CaseEntryId,
  { why, ...who }: Written & { readonly why: string },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CaseId | null> {
  const [found] = await tx
    .select({ caseId: caseNote.caseId })
    .from(caseNote)
    .innerJoin(caseFile, eq(caseFile.id, caseNote.caseId))
    .where(and(eq(caseNote.id, id), isVisible(visibility)));
  if (found === undefined) return null;
  await tx
    .update(caseNote)
    .set({ struckBy: clean(who.by), struckAt: who.at, struckWhy: clean(why) })
    .where(and(eq(caseNote.id, id), isNull(caseNote.struckAt)));
  return found.caseId;
}
