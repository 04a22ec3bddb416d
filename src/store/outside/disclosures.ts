import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type {
  Day,
  Disclosure,
  DisclosureId,
  DisclosureOutcome,
  DisclosureSubject,
  ErasedKept,
} from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { disclosure } from '../schema/outside.ts';

export type NewDisclosure = Omit<Disclosure, 'id' | 'by' | 'at' | 'draft' | 'answered' | 'subject' | 'erased'>;

export async function addDisclosure(tx: Db, given: NewDisclosure, { by, at }: Written): Promise<DisclosureId> {
  const texts = { from: clean(given.from), identity: clean(given.identity), words: clean(given.words) };
  const [row] = await tx
    .insert(disclosure)
    .values({ ...given, ...texts, by: clean(by), at })
    .returning({ id: disclosure.id });
  return row!.id;
}

/** Those that wait for an answer, the first due first; or those that were answered, the newest first. */
export async function disclosureList(
  db: Db,
  { answered, limit, offset }: Slice & { readonly answered: boolean },
): Promise<Disclosure[]> {
  const rows = await db
    .select()
    .from(disclosure)
    .where(answered ? isNotNull(disclosure.answeredAt) : isNull(disclosure.answeredAt))
    .orderBy(...(answered ? [desc(disclosure.answeredAt)] : [asc(disclosure.due)]), asc(disclosure.id))
    .limit(limit)
    .offset(offset);
  return rows.map(disclosureOf);
}

/** One of them; null when there is none. */
export async function loadDisclosure(db: Db, id: DisclosureId): Promise<Disclosure | null> {
  const [row] = await db.select().from(disclosure).where(eq(disclosure.id, id));
  return row === undefined ? null : disclosureOf(row);
}

/**
 * Says of whom what is kept is meant, as long as nobody has answered. An answer that was written before is gone: it was about somebody else.
 *
 * @returns whether it still waits
 */
export async function aimDisclosure(tx: Db, id: DisclosureId, subject: DisclosureSubject): Promise<boolean> {
  const nothing = { outcome: null, answer: null, draftedBy: null, draftedPerson: null, draftedAt: null };
  const rows = await tx
    .update(disclosure)
    .set({ subject: cleanJson(subject), ...nothing })
    .where(and(eq(disclosure.id, id), isNull(disclosure.answeredAt)))
    .returning({ id: disclosure.id });
  return rows.length > 0;
}

/** Writes down all that was deleted because of it so far. */
export async function noteErased(tx: Db, id: DisclosureId, erased: ErasedKept, { by, at }: Written): Promise<void> {
  await tx
    .update(disclosure)
    .set({ erased, erasedBy: clean(by), erasedAt: at })
    .where(eq(disclosure.id, id));
}

/** What somebody would answer; said anew it takes the place of what was there. @returns whether it still waits */
export async function draftDisclosure(
  tx: Db,
  id: DisclosureId,
  {
    outcome,
    words,
    by,
    person,
    at,
  }: Written & {
    readonly outcome: DisclosureOutcome;
    readonly words: string;
    readonly person: PersonId;
  },
): Promise<boolean> {
  const rows = await tx
    .update(disclosure)
    .set({ outcome, answer: clean(words), draftedBy: clean(by), draftedPerson: person, draftedAt: at })
    .where(and(eq(disclosure.id, id), isNull(disclosure.answeredAt)))
    .returning({ id: disclosure.id });
  return rows.length > 0;
}

/** The second person gives the answer that was written at `draftedAt`. @returns false when it was written anew, or given, meanwhile */
export async function giveDisclosure(
  tx: Db,
  id: DisclosureId,
  draftedAt: Date,
  { day, by, at }: Written & { readonly day: Day },
): Promise<boolean> {
  const rows = await tx
    .update(disclosure)
    .set({ answeredDay: day, answeredBy: clean(by), answeredAt: at })
    .where(and(eq(disclosure.id, id), isNull(disclosure.answeredAt), eq(disclosure.draftedAt, draftedAt)))
    .returning({ id: disclosure.id });
  return rows.length > 0;
}

function disclosureOf(row: typeof disclosure.$inferSelect): Disclosure {
  const { id, from, role, identity, wants, words, received, due, by, at } = row;
  const { outcome, answer, draftedBy, draftedPerson, draftedAt, answeredDay, answeredBy, answeredAt } = row;
  const { subject, erased, erasedBy, erasedAt } = row;
  return {
    ...{ id, from, role, identity, wants, words, received, due, by, at, subject },
    erased: erased === null || erasedAt === null ? null : { ...erased, by: erasedBy ?? '', at: erasedAt },
    draft:
      outcome === null || draftedAt === null || draftedPerson === null
        ? null
        : { outcome, words: answer ?? '', by: draftedBy ?? '', person: draftedPerson, at: draftedAt },
    answered:
      answeredDay === null || answeredAt === null ? null : { day: answeredDay, by: answeredBy ?? '', at: answeredAt },
  };
}
