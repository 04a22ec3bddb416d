import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseStatus, PersonId } from '../../cases/index.ts';
import type { CareAnswer, CarePoint, Concerned, ConcernedBy, Naming, OwnCare, Wish } from '../../response/index.ts';
import { holdCase } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { fileOf } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { user } from '../schema/auth.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile } from '../schema/core.ts';
import { careAnswer, caseVictim } from '../schema/person-timeline.ts';

const COLUMNS = {
  caseId: caseVictim.caseId,
  person: caseVictim.person,
  by: caseVictim.how,
  role: caseVictim.role,
  wishes: caseVictim.wishes,
  wishWords: caseVictim.wishWords,
  wishedAt: caseVictim.wishedAt,
  naming: caseVictim.naming,
  namingAt: caseVictim.namingAt,
};

/** Whom a case and what stands in it befell, and what they said. Who may see the case is asked before. */
export async function concernedIn(db: Db, id: CaseId): Promise<Concerned[]> {
  const rows = await db
    .select({ ...COLUMNS, name: user.name })
    .from(caseVictim)
    .innerJoin(user, eq(user.id, caseVictim.person))
    .where(sql`${caseVictim.caseId} in ${fileOf(id)}`)
    .orderBy(asc(caseVictim.at), asc(caseVictim.person));
  return Promise.all(rows.map(async (row) => ({ ...row, care: await careOf(db, row) })));
}

async function careOf(db: Db, { caseId, person }: Pick<Concerned, 'caseId' | 'person'>): Promise<Concerned['care']> {
  const rows = await db.select().from(careAnswer).where(isOf(caseId, person));
  return Object.fromEntries(
    rows.map(({ point, answer, words, at }) => [point, { answer, words, at } satisfies OwnCare]),
  );
}

const isOf = (caseId: CaseId, person: PersonId) => and(eq(careAnswer.caseId, caseId), eq(careAnswer.person, person));

/** A case as somebody whom it befell sees it: never what was written, but by themselves. */
export interface OwnCase extends Concerned {
  readonly key: string; // in addresses
  readonly root: CaseId; // the case in which it stands, or itself
  readonly status: CaseStatus; // of the one in which it stands
  readonly at: Date; // when it came in
  readonly confidential: boolean;
  readonly consultation: string | null; // what they handed in
}

const theirs = (person: PersonId): SQL =>
  sql`${caseVictim.caseId} in (select ${consultation.caseId} from ${consultation} where ${consultation.reporter} = ${person})`;

const root = sql<CaseId>`coalesce((select joined.into_case from ${caseMerge} joined where joined.part = ${caseFile.id} and joined.ended_at is null), ${caseFile.id})::text`;

const standing = sql<CaseStatus>`(select root.status from ${caseFile} root where root.id = (${root})::bigint)`;

const ownWhere = (db: Db, person: PersonId, which: SQL | undefined) =>
  db
    .select({
      ...COLUMNS,
      name: user.name,
      key: caseVictim.key,
      root,
      status: standing,
      at: caseFile.receivedAt,
      confidential: caseFile.confidential,
      consultation: sql<
        string | null
      >`(select ${consultation.id} from ${consultation} where ${consultation.caseId} = ${caseVictim.caseId} and ${consultation.reporter} = ${person})`,
    })
    .from(caseVictim)
    .innerJoin(user, eq(user.id, caseVictim.person))
    .innerJoin(caseFile, eq(caseFile.id, caseVictim.caseId))
    .where(and(eq(caseVictim.person, person), or(theirs(person), isVisible(USUAL_VISIBILITY)), which))
    .orderBy(desc(caseVictim.at), desc(caseVictim.caseId))
    .limit(200);

/** Cases that were put to a person, and that they did not hand in; newest first, 200 at most. What a colleague confided is none. */
export const ownCases = async (db: Db, person: PersonId): Promise<Omit<OwnCase, 'care'>[]> =>
  ownWhere(db, person, sql`not ${theirs(person)}`);

/** One of them, by its key or by what they handed in; null for somebody else's. */
export async function ownCase(db: Db, person: PersonId, key: string): Promise<OwnCase | null> {
  const handedIn = sql`${caseVictim.caseId} = (select ${consultation.caseId} from ${consultation} where ${consultation.id} = ${clean(key)})`;
  const [row] = await ownWhere(db, person, or(eq(caseVictim.key, clean(key)), handedIn));
  return row ? { ...row, care: await careOf(db, row) } : null;
}

/** What somebody says for themselves is written where they are concerned. */
const here = (caseId: CaseId, person: PersonId) => and(eq(caseVictim.caseId, caseId), eq(caseVictim.person, person));

export async function writeWishes(
  tx: Db,
  { caseId, person }: Pick<Concerned, 'caseId' | 'person'>,
  { wishes, words, at }: { readonly wishes: readonly Wish[]; readonly words: string; readonly at: Date },
): Promise<void> {
  await tx
    .update(caseVictim)
    .set({ wishes: [...wishes], wishWords: clean(words), wishedAt: at })
    .where(here(caseId, person));
}

/** @returns false when they said so already */
export async function writeNaming(
  tx: Db,
  { caseId, person }: Pick<Concerned, 'caseId' | 'person'>,
  naming: Naming,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(caseVictim)
    .set({ naming, namingAt: at })
    .where(and(here(caseId, person), sql`${caseVictim.naming} is distinct from ${naming}`))
    .returning({ person: caseVictim.person });
  return rows.length > 0;
}

export async function writeCareAnswer(
  tx: Db,
  { caseId, person }: Pick<Concerned, 'caseId' | 'person'>,
  point: CarePoint,
  { answer, words, at }: { readonly answer: CareAnswer; readonly words: string; readonly at: Date },
): Promise<void> {
  const said = { answer, words: clean(words), at };
  await tx
    .insert(careAnswer)
    .values({ caseId, person, point, ...said })
    .onConflictDoUpdate({ target: [careAnswer.caseId, careAnswer.person, careAnswer.point], set: said });
}

/** That a case befell whoever handed it in: until somebody says otherwise, nobody knows better. */
export async function nameReporter(
  tx: Db,
  { caseId, person, key }: { readonly caseId: CaseId; readonly person: PersonId; readonly key: string },
  who: Written,
): Promise<void> {
  const how: ConcernedBy = 'report';
  await tx.insert(caseVictim).values({ caseId, person, key, how, by: clean(who.by), at: who.at });
}

/** Puts a case to a person; twice changes their role alone. @returns false when there is no such case in sight */
export async function nameVictim(
  tx: Db,
  { caseId, person, role = '' }: { readonly caseId: CaseId; readonly person: PersonId; readonly role?: string },
  { by, at }: Written,
  visibility: Visibility,
): Promise<boolean> {
  if ((await holdCase(tx, caseId, visibility)) === null) return false;
  await tx
    .insert(caseVictim)
    .values({ caseId, person, role: clean(role), by: clean(by), at })
    .onConflictDoUpdate({
      target: [caseVictim.caseId, caseVictim.person],
      set: { how: 'named', ...(role === '' ? {} : { role: clean(role) }) },
    });
  return true;
}

/** Takes it back; what they said of it goes, too. Whoever handed it in stays, as before. @returns false when it was not put to them */
export async function unnameVictim(tx: Db, caseId: CaseId, person: PersonId): Promise<boolean> {
  const named = and(here(caseId, person), eq(caseVictim.how, 'named'));
  const kept = await tx
    .update(caseVictim)
    .set({ how: 'report' })
    .where(and(named, theirs(person)))
    .returning({ caseId: caseVictim.caseId });
  if (kept.length > 0) return true;
  if ((await tx.$count(caseVictim, named)) === 0) return false;
  await tx.delete(careAnswer).where(isOf(caseId, person));
  await tx.delete(caseVictim).where(named);
  return true;
}
