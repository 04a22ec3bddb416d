import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CaseDetail, CaseId, CaseMail, MailId } from '../../cases/index.ts';
import { currentAssessment } from '../../detect/index.ts';
import type { MailWarning } from '../../mail/index.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN, withNote } from '../mails/handed-in.ts';
import { loadReadings } from '../mails/readings.ts';
import { caseNote } from '../schema/case-notes.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from './visibility.ts';

/** Mails of a page. */
const AT_ONCE = 20;
/** Texts of a page, UTF-16 units: a browser stays responsive up to here. */
const TEXT = 300_000;
/** Bytes of a mail that could not be read. */
const HEAD = 4_096;

/** Which mails of a case are wanted, and how much of them. */
export interface MailsWanted {
  readonly at?: number | undefined; // place of a mail, from 0; the page that holds it. The newest when left out
  readonly texts?: boolean;
}

/** The mails of the page that holds place `at`, never their bytes, and no texts where these are not wanted. */
export async function pageOfMails(
  db: Db,
  id: CaseId,
  mails: number,
  { at = mails - 1, texts = true }: MailsWanted,
): Promise<Pick<CaseDetail, 'items' | 'first' | 'strongest'>> {
  const first = startOfPage(at, mails);
  const rows = await rowsOf(db)
    .where(eq(caseMail.caseId, id))
    .orderBy(asc(mail.receivedAt), asc(mail.id))
    .limit(AT_ONCE)
    .offset(first);
  return { items: await withReadings(db, rows, texts ? TEXT : null), first, strongest: await placeOfStrongest(db, id) };
}

/** A case that was just loaded without texts, with those of the page that holds place `at`. Who may see it was asked then. */
export async function withTexts(
  db: Db,
  detail: CaseDetail,
  { at = detail.mails - 1 }: Pick<MailsWanted, 'at'>,
): Promise<CaseDetail> {
  if (startOfPage(at, detail.mails) !== detail.first)
    return { ...detail, ...(await pageOfMails(db, detail.id, detail.mails, { at })) };
  const readings = await loadReadings(
    db,
    detail.items.map(({ mailId }) => mailId),
    TEXT,
  );
  return { ...detail, items: detail.items.map((item) => ({ ...item, message: readings.get(item.mailId) ?? null })) };
}

const startOfPage = (at: number, mails: number): number =>
  Math.max(0, Math.floor(Math.min(at, mails - 1) / AT_ONCE) * AT_ONCE);

/** One mail of a case; null when it has no such mail, or nobody may see the case. */
export async function loadCaseMail(
  db: Db,
  id: CaseId,
  mailId: MailId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<CaseMail | null> {
  const rows = await rowsOf(db)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(and(eq(caseMail.caseId, id), eq(mail.id, mailId), isVisible(visibility)));
  return (await withReadings(db, rows, TEXT))[0] ?? null;
}

type Row = Omit<CaseMail, 'message'>;

async function withReadings(db: Db, rows: readonly Row[], most: number | null): Promise<CaseMail[]> {
  const readings = await loadReadings(
    db,
    rows.map(({ mailId }) => mailId),
    most,
  );
  return rows.map((row) => ({
    ...row,
    message: readings.get(row.mailId) ?? null,
    assessment: row.assessment && currentAssessment(row.assessment),
  }));
}

const rowsOf = (db: Db) =>
  db
    .select({
      mailId: mail.id,
      source: mail.source,
      receivedAt: mail.receivedAt,
      size: mail.size,
      kept: sql<boolean>`${mail.raw} is not null`.mapWith(mail.waiting),
      head: sql<Uint8Array | null>`case when ${verdict.failure} is not null then substring(${mail.raw} from 1 for ${sql.raw(String(HEAD))}) end`.mapWith(
        mail.raw,
      ),
      assessment: verdict.assessment,
      warnings: sql<MailWarning[]>`coalesce(${verdict.warnings}, '{}')`.mapWith(verdict.warnings),
      failure: verdict.failure,
      watchedSince: verdict.watchedSince,
      incidentOf,
      withNote,
      deliveries: sql`1 + (select count(*) from ${verdict} again where again.duplicate_of = ${mail.id})`.mapWith(
        Number,
      ),
    })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId)); // what was handed in is shown before it is judged

/** What was handed in has for its uid the case that it was handed in with, wherever it stands now, or the note with which it was given. What a mail says of itself is no sign. */
export const incidentOf = sql<CaseId | null>`case
  when ${withNote} then (select noted.case_id::text from ${caseNote} noted where noted.id = ${mail.uid})
  when ${mail.source} = ${HANDED_IN} and exists
  (select from ${consultation} told where told.case_id = ${mail.uid} and told.channel <> 'mail') then ${mail.uid}::text end`;

/** By band, then probability; the oldest of equals. */
async function placeOfStrongest(db: Db, id: CaseId): Promise<number | null> {
  const placed = db
    .select({
      place: sql<number>`row_number() over (order by ${mail.receivedAt}, ${mail.id}) - 1`.mapWith(Number).as('place'),
      band: verdict.band,
      probability: verdict.probability,
    })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(eq(caseMail.caseId, id))
    .as('placed');
  const [row] = await db
    .select({ place: placed.place })
    .from(placed)
    .where(sql`${placed.band} is not null`)
    .orderBy(desc(placed.band), sql`${placed.probability} desc nulls last`, asc(placed.place))
    .limit(1);
  return row?.place ?? null;
}
