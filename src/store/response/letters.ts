import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, max, type SQL, sql } from 'drizzle-orm';
import type { CaseId, PersonId } from '../../cases/index.ts';
import { type ComposedLetter, type Letter, type LetterId, WRITTEN_FIELDS } from '../../response/index.ts';
import { holdStanding } from '../cases/standing.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { letter } from '../schema/letters.ts';
import type { Written } from './care.ts';

/** A letter that was just drafted, with its files. */
export type NewLetter = Omit<Letter, 'id' | 'number' | 'approved' | 'withdrawn' | 'sent' | 'reply'> &
  Pick<ComposedLetter, 'docx' | 'pdf'>;

const { docx: _docx, pdf: _pdf, ...columns } = getTableColumns(letter); // files only where they are asked for

/** The letters of a case in the order of their numbers; none when the case is not in sight. */
export async function lettersOf(db: Db, id: CaseId, visibility: Visibility = USUAL_VISIBILITY): Promise<Letter[]> {
  const rows = await db
    .select(columns)
    .from(letter)
    .innerJoin(caseFile, eq(caseFile.id, letter.caseId))
    .where(and(eq(letter.caseId, id), isVisible(visibility)))
    .orderBy(asc(letter.number));
  return rows.map(letterOf);
}

/** The contact that the newest letter gave the other side: the company's own, whatever the case; '' when none did. */
export async function lastContact(db: Db): Promise<string> {
  const contact = sql<string>`${letter.words} -> 'written' ->> 'contact'`;
  const [row] = await db
    .select({ contact })
    .from(letter)
    .where(sql`${contact} <> ''`)
    .orderBy(desc(letter.id))
    .limit(1);
  return row?.contact ?? '';
}

/** A letter of a case; null when there is none in sight. */
export async function loadLetter(
  db: Db,
  id: CaseId,
  which: LetterId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Letter | null> {
  const [row] = await db
    .select(columns)
    .from(letter)
    .innerJoin(caseFile, eq(caseFile.id, letter.caseId))
    .where(and(eq(letter.caseId, id), eq(letter.id, which), isVisible(visibility)));
  return row === undefined ? null : letterOf(row);
}

/** The bytes of one of its two files. Who may have them is asked before. */
export async function letterFile(
  db: Db,
  id: CaseId,
  which: LetterId,
  file: 'docx' | 'pdf',
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ bytes: letter[file] })
    .from(letter)
    .innerJoin(caseFile, eq(caseFile.id, letter.caseId))
    .where(and(eq(letter.caseId, id), eq(letter.id, which), isVisible(visibility)));
  return row?.bytes ?? null;
}

/** Holds a case, so that nobody decides, and nobody else writes a letter, meanwhile; null when there is none in sight. */
export const holdForLetter = (tx: Db, id: CaseId, visibility: Visibility = USUAL_VISIBILITY) =>
  holdStanding(tx, id, visibility, 'update');

/** Writes a letter down under the next number of its case, whose row is held. */
export async function writeLetter(
  tx: Db,
  made: NewLetter,
): Promise<{ readonly id: LetterId; readonly number: number }> {
  const [last] = await tx
    .select({ number: max(letter.number) })
    .from(letter)
    .where(eq(letter.caseId, made.caseId));
  const number = (last?.number ?? 0) + 1;
  const { caseId, kind, language, template, written, days, quotes, clause, drafted, docx, pdf } = made;
  const [row] = await tx
    .insert(letter)
    .values({
      caseId,
      number,
      kind,
      language,
      templateName: template.name === null ? null : clean(template.name),
      templateSha256: template.sha256,
      words: {
        written: Object.fromEntries(
          Object.entries(written).map(([field, text]) => [field, clean(text)]),
        ) as typeof written,
        days,
      },
      quotes: quotes.map(({ at, words, told }) => ({ at: at.toISOString(), words: clean(words), told })),
      clause: clause === null ? null : clean(clause),
      unset: [...made.unset],
      docx,
      docxSha256: made.docxSha256,
      pdf,
      pdfSha256: made.pdfSha256,
      decisions: made.decisions,
      draftedPerson: drafted.person,
      draftedBy: clean(drafted.by),
      draftedAt: drafted.at,
    })
    .returning({ id: letter.id });
  return { id: row!.id, number };
}

const draft = and(isNull(letter.approvedAt), isNull(letter.withdrawnAt));
const unsent = and(isNull(letter.sentAt), isNull(letter.withdrawnAt));

/** @returns whether it was a draft still */
export const approveLetter = (
  tx: Db,
  id: LetterId,
  { by, person, at }: Written & { readonly person: PersonId },
): Promise<boolean> => change(tx, id, { approvedPerson: person, approvedBy: clean(by), approvedAt: at }, draft);

/** @returns whether it had gone nowhere yet */
export const withdrawLetter = (tx: Db, id: LetterId, { by, at }: Written): Promise<boolean> =>
  change(tx, id, { withdrawnBy: clean(by), withdrawnAt: at }, unsent);

/** How a letter went out. The first who says so is kept. @returns whether it was approved and not sent before */
export const noteSent = (
  tx: Db,
  id: LetterId,
  { day, way, note }: Pick<NonNullable<Letter['sent']>, 'day' | 'way' | 'note'>,
  { by, at }: Written,
): Promise<boolean> =>
  change(
    tx,
    id,
    { sentDay: day, sentWay: way, sentNote: clean(note), sentBy: clean(by), sentAt: at },
    and(unsent, isNotNull(letter.approvedAt)),
  );

/** What came back; said anew it takes the place of what was there. @returns whether the letter was sent */
export const noteReply = (
  tx: Db,
  id: LetterId,
  { day, note }: Pick<NonNullable<Letter['reply']>, 'day' | 'note'>,
  { by, at }: Written,
): Promise<boolean> =>
  change(tx, id, { replyDay: day, replyNote: clean(note), replyBy: clean(by), replyAt: at }, isNotNull(letter.sentAt));

async function change(
  tx: Db,
  id: LetterId,
  set: Partial<typeof letter.$inferInsert>,
  allowed: SQL | undefined,
): Promise<boolean> {
  const rows = await tx
    .update(letter)
    .set(set)
    .where(and(eq(letter.id, id), allowed))
    .returning({ id: letter.id });
  return rows.length > 0;
}

type Row = Omit<typeof letter.$inferSelect, 'docx' | 'pdf'>;

/** A letter of before has no word in what was asked later. */
const EVERY_FIELD = Object.fromEntries(WRITTEN_FIELDS.map((field) => [field, ''])) as Letter['written'];

function letterOf(row: Row): Letter {
  const { id, caseId, number, kind, language, clause, unset, docxSha256, pdfSha256, decisions } = row;
  const deed = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at });
  const sent = deed(row.sentBy, row.sentAt);
  const reply = deed(row.replyBy, row.replyAt);
  return {
    ...{ id, caseId, number, kind, language, clause, unset, docxSha256, pdfSha256, decisions },
    written: { ...EVERY_FIELD, ...row.words.written },
    days: row.words.days,
    template: { name: row.templateName, sha256: row.templateSha256 },
    quotes: row.quotes.map(({ at, words, told = null }) => ({ at: new Date(at), words, told })),
    drafted: { person: row.draftedPerson, by: row.draftedBy, at: row.draftedAt },
    approved: deed(row.approvedBy, row.approvedAt),
    withdrawn: deed(row.withdrawnBy, row.withdrawnAt),
    sent: sent && { ...sent, day: row.sentDay!, way: row.sentWay!, note: row.sentNote ?? '' },
    reply: reply && { ...reply, day: row.replyDay!, note: row.replyNote ?? '' },
  };
}
