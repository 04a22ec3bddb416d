import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import {
  type CaseId,
  type CaseStatus,
  type Consultation,
  type ConsultationProgress,
  type PersonId,
  progressOf,
} from '../../cases/index.ts';
import { shownOf } from '../cases/joining.ts';
import { fileOf } from '../cases/whereabouts.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { storeHandedIn } from '../mails/store-handed-in.ts';
import { nameReporter } from '../people/concerned.ts';
import { noteAddition } from '../response/additions.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { consultation, consultationNote } from '../schema/consultation.ts';
import { caseFile } from '../schema/core.ts';
import { unread } from './answers.ts';

/** What is handed in, by whom. */
export interface NewConsultation extends Omit<Consultation, 'id' | 'reporter' | 'handedInAt' | 'seenAt' | 'notes'> {
  readonly person: { readonly id: PersonId | null; readonly name: string }; // null: they have no account
  readonly from: string; // as a list shows it; '' when unknown
  readonly subject: string;
  readonly mail: { readonly raw: Uint8Array; readonly receivedAt: Date } | null;
}

/**
 * Opens a case for what someone hands in. It counts as `review` at least: a person asks for help. A mail gets its
 * verdict like any other, later.
 */
export async function handIn(
  tx: Db,
  given: NewConsultation,
  at: Date,
): Promise<{ readonly id: string; readonly caseId: CaseId }> {
  const id = randomUUID();
  const { confidential, person, channel, happenedAt, happenedAbout } = given;
  const [opened] = await tx
    .insert(caseFile)
    .values({
      ...(confidential ? { id: sql`nextval('komainu.confidential_case_id')` } : {}),
      kind: 'report',
      band: 'review',
      thread: `report-${id}`,
      receivedAt: at,
      openedAt: at,
      arrivedAt: at,
      confidential,
      withConsultation: confidential,
      ...shownOf(given),
    })
    .returning({ id: caseFile.id });
  const caseId = opened!.id;
  await tx.insert(consultation).values({
    id,
    caseId,
    reporter: person.id,
    reporterName: clean(person.name),
    channel,
    happenedAt,
    happenedAbout,
    otherSide: clean(given.otherSide),
    words: clean(given.words),
    wish: clean(given.wish),
    handedInAt: at,
  });
  if (person.id !== null) await nameReporter(tx, { caseId, person: person.id, key: id }, { by: person.name, at });
  if (given.mail !== null) await storeHandedIn(tx, caseId, { ...given.mail, given: 'case', number: caseId });
  return { id, caseId };
}

/** A consultation as its reporter sees it. */
export interface OwnConsultation extends Consultation {
  readonly progress: ConsultationProgress;
  readonly subject: string;
  readonly answered: boolean; // something was answered that the reporter has not seen
}

const MOST = 200;

const ownConsultationsWhere = (db: Db, where: ReturnType<typeof and>) =>
  db
    .select({
      consultation,
      status: standing,
      subject: caseFile.subject,
      confidential: caseFile.confidential,
      answered: unread,
    })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(where)
    .orderBy(desc(consultation.handedInAt), asc(consultation.id))
    .limit(MOST);

/** Of a case that was merged, the status of the one in which it stands. */
const standing = sql<CaseStatus>`coalesce((select root.status from ${caseMerge} joined join ${caseFile} root on root.id = joined.into_case where joined.part = ${caseFile.id} and joined.ended_at is null), ${caseFile.status})`;

type Row = Awaited<ReturnType<typeof ownConsultationsWhere>>[number];

const asOwn = (
  { consultation: row, status, answered, ...shown }: Row,
  notes: Consultation['notes'],
): OwnConsultation => ({
  ...asConsultation({ consultation: row, ...shown }, notes),
  subject: shown.subject,
  progress: progressOf(status, row.seenAt),
  answered,
});

const asConsultation = (
  { consultation: row, confidential }: Pick<Row, 'consultation' | 'confidential'>,
  notes: Consultation['notes'],
): Consultation => ({
  id: row.id,
  reporter: row.reporterName,
  channel: row.channel,
  confidential,
  happenedAt: row.happenedAt,
  happenedAbout: row.happenedAbout,
  otherSide: row.otherSide,
  words: row.words,
  wish: row.wish,
  handedInAt: row.handedInAt,
  seenAt: row.seenAt,
  notes,
});

/** What a person handed in and nobody else's, without notes; newest first, 200 at most. */
export const ownConsultations = async (db: Db, person: PersonId): Promise<OwnConsultation[]> =>
  (await ownConsultationsWhere(db, eq(consultation.reporter, person))).map((row) => asOwn(row, []));

/** One of them; null for someone else's. */
export async function ownConsultation(db: Db, person: PersonId, id: string): Promise<OwnConsultation | null> {
  const [row] = await ownConsultationsWhere(db, and(eq(consultation.reporter, person), eq(consultation.id, clean(id))));
  return row ? asOwn(row, await notesOf(db, row.consultation.id)) : null;
}

/** How much a person handed in at this time or later. */
export async function countConsultations(db: Db, person: PersonId, since: Date): Promise<number> {
  const [row] = await db
    .select({ handedIn: count() })
    .from(consultation)
    .where(and(eq(consultation.reporter, person), gte(consultation.handedInAt, since)));
  return row!.handedIn;
}

/** Adds to an own consultation, whatever its status. @returns false when there is no such one */
export async function addConsultationNote(
  tx: Db,
  person: PersonId,
  id: string,
  words: string,
  at: Date,
): Promise<boolean> {
  const [own] = await tx
    .select({ id: consultation.id, caseId: consultation.caseId, by: consultation.reporterName })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(and(eq(consultation.reporter, person), eq(consultation.id, clean(id))))
    .for('share'); // so that it is not deleted before
  if (!own) return false;
  await tx.insert(consultationNote).values({ consultationId: own.id, author: 'reporter', words: clean(words), at });
  await noteAddition(tx, own.caseId, { kind: 'fact', by: own.by, at });
  return true;
}

/** What was handed in as a case; null when the case began with a mail of a source. For whoever may see the case. */
export async function consultationOf(db: Db, caseId: CaseId): Promise<Consultation | null> {
  const [row] = await db
    .select({ consultation, confidential: caseFile.confidential })
    .from(consultation)
    .innerJoin(caseFile, eq(caseFile.id, consultation.caseId))
    .where(eq(consultation.caseId, caseId));
  return row ? asConsultation(row, await notesOf(db, row.consultation.id)) : null;
}

/** Notes that someone who decides has looked at a case, and at what stands in it; only the first time counts. */
export async function noteSeen(db: Db, caseId: CaseId, at: Date): Promise<void> {
  await db
    .update(consultation)
    .set({ seenAt: at })
    .where(and(sql`${consultation.caseId} in ${fileOf(caseId)}`, isNull(consultation.seenAt)));
}

const notesOf = (db: Db, id: string): Promise<Consultation['notes']> =>
  db
    .select({
      author: consultationNote.author,
      by: consultationNote.by,
      words: consultationNote.words,
      at: consultationNote.at,
    })
    .from(consultationNote)
    .where(eq(consultationNote.consultationId, id))
    .orderBy(asc(consultationNote.id));
