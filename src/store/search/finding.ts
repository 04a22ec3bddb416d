import { and, eq, not, type SQL, sql } from 'drizzle-orm';
import type { CaseId, NameTraces } from '../../cases/index.ts';
import { type CaseFilter, conditionOf } from '../cases/filter.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { mayName } from './naming.ts';
import { finds, foundBy, isMeantBy } from './words.ts';

/** What is looked for. */
export interface Sought {
  readonly words: readonly string[]; // folded; all of them have to be found
  readonly traces: NameTraces | null; // of who searches; null: nothing is closed to them
}

/** A case that words find. */
export interface FoundCase {
  readonly id: CaseId;
  readonly mayName: boolean; // it may speak of who searches
}

/**
 * Cases that hold all that is sought, where few cases have to be looked at; null: `filter` leaves many, and each word is in more than `most`. The cases that may speak of
 * who searches are not counted for that, so that nothing that follows from it tells what stands in one of them.
 */
export async function rarelyFound(
  db: Db,
  filter: CaseFilter,
  sought: Sought,
  visibility: Visibility,
  most: number,
): Promise<readonly FoundCase[] | null> {
  const candidates = await candidatesOf(db, filter, sought, visibility, most);
  if (candidates === null) return null;
  return db
    .select({ id: caseFile.id, mayName: mayNameWhoever(db, sought) })
    .from(caseFile)
    .where(and(anyOf(caseFile.id, candidates), conditionOf(filter, visibility), holdsAll(db, sought)));
}

/** Few cases among which all that is sought must be: all that `filter` leaves, or those that one of the words finds. */
async function candidatesOf(
  db: Db,
  filter: CaseFilter,
  sought: Sought,
  visibility: Visibility,
  most: number,
): Promise<readonly CaseId[] | null> {
  const left = await fewLeft(db, filter, visibility);
  if (left !== null) return left;
  const unnamed = db
    .select({ yes: sql`true` })
    .from(caseFile)
    .where(and(eq(caseFile.id, sql`found.id`), isVisible(visibility), not(mayNameWhoever(db, sought))));
  for (const word of sought.words) {
    const found = sql`from (${foundBy(word)}) as found(id)`;
    if ((await idsOf(db, sql`${found} where coalesce((${unnamed}), false) limit ${most + 1}`)).length <= most)
      return idsOf(db, found);
  }
  return null;
}

/** To hold so many cases and look at each costs less than to ask for the same cases over and over. */
const FEW_LEFT = 2_000;

/** All cases that `filter` leaves, where these are few; null: they are not. */
export async function fewLeft(db: Db, filter: CaseFilter, visibility: Visibility): Promise<CaseId[] | null> {
  const rows = await db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(conditionOf(filter, visibility))
    .limit(FEW_LEFT + 1);
  return rows.length > FEW_LEFT ? null : rows.map(({ id }) => id);
}

/** Whether a case holds all that is sought. */
export const holdsAll = (db: Db, { words }: Sought): SQL | undefined => and(...words.map((word) => finds(db, word)));

export const mayNameWhoever = (db: Db, { traces }: Sought): SQL<boolean> =>
  traces === null ? sql<boolean>`false` : mayName(db, traces);

/** Those of some cases that words mean by number or counterparty, without a look at what stands in them. */
export async function meantAmong(db: Db, ids: readonly CaseId[], words: readonly string[]): Promise<CaseId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(anyOf(caseFile.id, ids), ...words.map(isMeantBy)));
  return rows.map(({ id }) => id);
}

async function idsOf(db: Db, found: SQL): Promise<CaseId[]> {
  const { rows } = (await db.execute(sql`select found.id::text as id ${found}`)) as unknown as {
    rows: { id: CaseId | null }[];
  };
  return [...new Set(rows.flatMap(({ id }) => id ?? []))]; // a text may be of no case any more
}
