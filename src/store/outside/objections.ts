import { and, asc, desc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { LetterId, MeasureId, ObjectedTo, Objection, ObjectionAnswer, ObjectionId } from '../../response/index.ts';
import type { Slice } from '../cases/filter.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import type { Written } from '../response/care.ts';
import { staleMeasure } from '../response/measures.ts';
import { caseFile } from '../schema/core.ts';
import { letter } from '../schema/letters.ts';
import { measure } from '../schema/measure.ts';
import { objection } from '../schema/outside.ts';
import { mailsOf } from './objection-mails.ts';

/** An objection as it came in. What it is raised against belongs to the case. */
export interface NewObjection extends Pick<Objection, 'caseId' | 'from' | 'words' | 'received' | 'due'> {
  readonly letterId: LetterId | null;
  readonly measureId: MeasureId | null;
}

export async function addObjection(tx: Db, given: NewObjection, { by, at }: Written): Promise<ObjectionId> {
  const texts = { from: clean(given.from), words: clean(given.words) };
  const [row] = await tx
    .insert(objection)
    .values({ ...given, ...texts, by: clean(by), at })
    .returning({ id: objection.id });
  return row!.id;
}

/** One objection; null when there is none in sight. */
export const loadObjection = async (
  db: Db,
  id: ObjectionId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Objection | null> => (await objections(db, eq(objection.id, id), visibility))[0] ?? null;

/** Those that wait for an answer, the first due first; those that were answered, or that were put aside, the newest first. */
export const objectionList = (
  db: Db,
  { which, limit, offset }: Slice & { readonly which: keyof typeof STANDING },
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Objection[]> =>
  objections(db, STANDING[which], visibility, (query) =>
    query
      .orderBy(
        ...{ waiting: [asc(objection.due)], answered: [desc(objection.answeredAt)], aside: [desc(objection.asideAt)] }[
          which
        ],
        asc(objection.id),
      )
      .limit(limit)
      .offset(offset),
  );

const STANDING = {
  waiting: and(isNull(objection.answeredAt), isNull(objection.asideAt)),
  answered: isNotNull(objection.answeredAt),
  aside: and(isNull(objection.answeredAt), isNotNull(objection.asideAt)),
};

/** Those of a case, the first first. */
export const objectionsOf = (db: Db, id: CaseId, visibility: Visibility = USUAL_VISIBILITY): Promise<Objection[]> =>
  objections(db, and(eq(objection.caseId, id), isNull(objection.asideAt)), visibility, (query) =>
    query.orderBy(asc(objection.id)),
  );

/** Of no case, or of one that is in sight. */
const inSight = (visibility: Visibility): SQL | undefined => {
  const visible = isVisible(visibility);
  return visible && or(isNull(objection.caseId), visible);
};

const joined = (db: Db, where: SQL | undefined, visibility: Visibility) =>
  db
    .select({
      objection,
      letter: {
        ...{ number: letter.number, of: letter.kind },
        ...{ drafted: letter.draftedPerson, approved: letter.approvedPerson },
      },
      measure,
      stale: staleMeasure,
      status: caseFile.status,
    })
    .from(objection)
    .leftJoin(caseFile, eq(caseFile.id, objection.caseId))
    .leftJoin(letter, eq(letter.id, objection.letterId))
    .leftJoin(measure, eq(measure.id, objection.measureId))
    .where(and(where, inSight(visibility)))
    .$dynamic();

async function objections(
  db: Db,
  where: SQL | undefined,
  visibility: Visibility,
  ordered: (query: ReturnType<typeof joined>) => ReturnType<typeof joined> = (query) => query,
): Promise<Objection[]> {
  const rows = await ordered(joined(db, where, visibility));
  const mails = await mailsOf(
    db,
    rows.map((row) => row.objection.id),
  );
  return rows.map((row) => ({ ...objectionOf(row), mails: mails.get(row.objection.id) ?? [] }));
}

function objectionOf(row: Awaited<ReturnType<typeof joined>>[number]): Omit<Objection, 'mails'> {
  const { id, caseId, from, words, received, due, by, at, returnNote } = row.objection;
  const { effect, reasons, draftedBy, draftedPerson, draftedAt, answeredBy, answeredPerson, answeredAt } =
    row.objection;
  const { assignedPerson, assignedName, asideBy, asideAt } = row.objection;
  return {
    ...{ id, caseId, from, words, received, due, by, at },
    against: againstOf(row),
    involved: involvedIn(row),
    assigned: assignedPerson === null ? null : { person: assignedPerson, name: assignedName ?? '' },
    draft:
      effect === null || draftedAt === null || draftedPerson === null
        ? null
        : { effect, reasons: reasons ?? '', by: draftedBy ?? '', person: draftedPerson, at: draftedAt },
    returned: returnNote,
    answered: answeredAt === null ? null : { by: answeredBy ?? '', person: answeredPerson, at: answeredAt },
    aside: asideAt === null ? null : { by: asideBy ?? '', at: asideAt },
  };
}

const involvedIn = ({ letter, measure }: Awaited<ReturnType<typeof joined>>[number]): PersonId[] =>
  [letter?.drafted, letter?.approved, measure?.proposedPerson, measure?.outcomePerson].flatMap((one) => one ?? []);

function againstOf({
  objection: { caseId, letterId, measureId, placed },
  letter,
  measure,
  stale,
  status,
}: Awaited<ReturnType<typeof joined>>[number]): ObjectedTo {
  if (measureId !== null && measure !== null) {
    const inForce = measure.outcome === 'approved' && measure.liftedAt === null && status === 'approved' && !stale;
    return { kind: 'measure', id: measureId, step: measure.step, inForce };
  }
  if (letterId !== null && letter !== null)
    return { kind: 'letter', id: letterId, number: letter.number, of: letter.of };
  return { kind: caseId !== null ? 'case' : placed ? 'declaration' : 'unplaced' };
}

const unanswered = isNull(objection.answeredAt);

/** Says to what it is. @returns whether it still waits for an answer */
export const placeObjection = (
  tx: Db,
  id: ObjectionId,
  place: Pick<NewObjection, 'caseId' | 'letterId' | 'measureId' | 'due'>,
): Promise<boolean> => change(tx, id, { ...place, placed: true }, unanswered);

/** Puts aside what is no objection, or takes it back (null). @returns false when it stood so already, or was answered */
export const putAside = (tx: Db, id: ObjectionId, aside: Written | null): Promise<boolean> =>
  change(
    tx,
    id,
    { asideBy: aside && clean(aside.by), asideAt: aside?.at ?? null },
    and(unanswered, aside === null ? isNotNull(objection.asideAt) : isNull(objection.asideAt)),
  );

/** Says who writes the answer. @returns whether it still waits for one */
export const assignObjection = (
  tx: Db,
  id: ObjectionId,
  { person, name }: { readonly person: PersonId; readonly name: string },
): Promise<boolean> => change(tx, id, { assignedPerson: person, assignedName: clean(name) }, unanswered);

/** What somebody would answer; said anew it takes the place of what was there. @returns as above */
export const draftObjectionAnswer = (
  tx: Db,
  id: ObjectionId,
  { effect, reasons, by, person, at }: ObjectionAnswer,
): Promise<boolean> =>
  change(
    tx,
    id,
    { effect, reasons: clean(reasons), draftedBy: clean(by), draftedPerson: person, draftedAt: at, returnNote: null },
    unanswered,
  );

/** The second person gives the answer that was written at `draftedAt`. @returns false when it was written anew, or given, meanwhile */
export const giveObjectionAnswer = (
  tx: Db,
  id: ObjectionId,
  draftedAt: Date,
  { by, person, at }: Written & { readonly person: PersonId },
): Promise<boolean> =>
  change(
    tx,
    id,
    { answeredBy: clean(by), answeredPerson: person, answeredAt: at },
    and(unanswered, eq(objection.draftedAt, draftedAt)),
  );

/** The second person wants another one, and says why. @returns as above */
export const returnObjectionAnswer = (tx: Db, id: ObjectionId, draftedAt: Date, note: string): Promise<boolean> =>
  change(
    tx,
    id,
    {
      ...{ effect: null, reasons: null, draftedBy: null, draftedPerson: null, draftedAt: null },
      returnNote: clean(note),
    },
    and(unanswered, eq(objection.draftedAt, draftedAt)),
  );

async function change(
  tx: Db,
  id: ObjectionId,
  set: Partial<typeof objection.$inferInsert>,
  allowed: SQL | undefined,
): Promise<boolean> {
  const rows = await tx
    .update(objection)
    .set(set)
    .where(and(eq(objection.id, id), allowed))
    .returning({ id: objection.id });
  return rows.length > 0;
}
