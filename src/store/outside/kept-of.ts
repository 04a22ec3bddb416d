import { and, asc, count, eq, inArray, isNotNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseKind, CaseStatus, PersonId } from '../../cases/index.ts';
import type { Counterparty, KeptBecause } from '../../response/index.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { fileOf, lasts, standsByItself } from '../cases/whereabouts.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN } from '../mails/handed-in.ts';
import { isOf } from '../response/counterparty-cases.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { COUNTED } from '../upkeep/forget-mails.ts';
import { waits } from '../upkeep/waits.ts';

/** Of whom what is kept is looked for. */
export interface Whose {
  readonly addresses: readonly string[]; // lower case, those of the counterparty too
  readonly hashes: readonly string[]; // keyed, of these addresses
  readonly domains: readonly string[]; // of the counterparty
  readonly person: PersonId | null;
  readonly counterparty: Pick<Counterparty, 'id' | 'domains' | 'addresses'> | null;
}

/** A case in which something of them is kept. */
export interface TheirCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly mails: number;
  readonly because: readonly KeptBecause[]; // why it is not deleted now; none: it may be
}

const address = sql<string>`lower(${reading.envelope} -> 'from' ->> 'address')`;

/** Whether a mail was written by them; its verdict and its reading are joined. */
export const isTheirs = ({ addresses, hashes, domains }: Pick<Whose, 'addresses' | 'hashes' | 'domains'>): SQL =>
  or(
    anyOf(verdict.senderHash, hashes),
    sql`${address} = any(${sql.param([...addresses])}::text[])`,
    sql`split_part(${address}, '@', 2) = any(${sql.param([...domains])}::text[])`,
  )!;

/** As many cases as one request is answered about. */
const MOST = 500;

/**
 * The cases of somebody, oldest first: those with a mail of theirs, those of the counterparty, and what the person handed in, each where it
 * stands now. Null: there are more than one request is answered about.
 *
 * @param lock their rows are held until the transaction ends, so that nobody decides or adds to them
 */
export async function theirCases(
  db: Db,
  whose: Whose,
  visibility: Visibility,
  lock?: 'lock',
): Promise<readonly TheirCase[] | null> {
  const written = db
    .select({ id: caseMail.caseId })
    .from(caseMail)
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .leftJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(isTheirs(whose));
  const handedIn = db
    .select({ id: sql<CaseId>`coalesce(${caseMerge.into}, ${consultation.caseId})` })
    .from(consultation)
    .leftJoin(caseMerge, and(eq(caseMerge.part, consultation.caseId), lasts))
    .where(whose.person === null ? sql`false` : eq(consultation.reporter, whose.person));
  const which = and(
    isVisible(visibility),
    standsByItself,
    or(
      inArray(caseFile.id, written),
      inArray(caseFile.id, handedIn),
      whose.counterparty === null ? undefined : isOf(db, whose.counterparty),
    ),
  );
  const found = db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(which)
    .orderBy(asc(caseFile.id))
    .limit(MOST + 1);
  const ids = (await (lock ? found.for('update') : found)).map(({ id }) => id);
  if (ids.length > MOST) return null;
  if (ids.length === 0) return [];
  const questions: readonly (readonly [KeptBecause, SQL])[] = [
    ['held', isNotNull(caseFile.heldBy)],
    ['open', eq(caseFile.status, 'open')],
    ...(Object.entries(waits(db)) as [KeptBecause, SQL][]),
    ['others', hasOthers(db, whose)],
  ];
  const reasons = new Map<CaseId, KeptBecause[]>();
  for (const [why, question] of questions) {
    const rows = await db
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(and(inArray(caseFile.id, ids), question));
    for (const { id } of rows) reasons.set(id, [...(reasons.get(id) ?? []), why]);
  }
  const rows = await db
    .select({ id: caseFile.id, kind: caseFile.kind, status: caseFile.status, mails: count(caseMail.mailId) })
    .from(caseFile)
    .leftJoin(caseMail, eq(caseMail.caseId, caseFile.id))
    .where(inArray(caseFile.id, ids))
    .groupBy(caseFile.id)
    .orderBy(asc(caseFile.id));
  return rows.map((row) => ({ ...row, because: reasons.get(row.id) ?? [] }));
}

/** Whether mails that others wrote, or what others handed in, stand in a case. */
function hasOthers(db: Db, whose: Whose): SQL {
  const mails = db
    .select({ one: sql`1` })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .leftJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(
      and(
        sql`${caseMail.caseId} = ${caseFile.id}`,
        ne(mail.source, HANDED_IN),
        sql`(${isTheirs(whose)}) is not true`, // nobody knows who wrote one that cannot be read
      ),
    );
  const reports = db
    .select({ one: sql`1` })
    .from(consultation)
    .where(
      and(
        sql`${consultation.caseId} in ${fileOf(sql`${caseFile.id}`)}`,
        sql`${consultation.reporter} is distinct from ${whose.person}`,
      ),
    );
  return sql`(exists ${mails} or exists ${reports})`;
}

/** Which mails of a case they wrote, each by its source, uidValidity and uid with a blank between. */
export async function theirMails(db: Db, id: CaseId, whose: Whose): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ source: mail.source, uidValidity: mail.uidValidity, uid: mail.uid })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .leftJoin(reading, eq(reading.mailId, caseMail.mailId))
    .where(and(eq(caseMail.caseId, id), isTheirs(whose)));
  return new Set(rows.map(({ source, uidValidity, uid }) => `${source} ${uidValidity} ${uid}`));
}

/** Verdicts on mails of theirs that stand in no case: what is known of each is its day and its band. */
export const ordinaryOf = (db: Db, { hashes }: Pick<Whose, 'hashes'>) =>
  db
    .select(COUNTED)
    .from(verdict)
    .where(
      and(
        anyOf(verdict.senderHash, hashes),
        notExists(db.select({ one: sql`1` }).from(caseMail).where(eq(caseMail.mailId, verdict.mailId))),
      ),
    )
    .orderBy(asc(verdict.mailId));
