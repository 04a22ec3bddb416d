import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import {
  type CaseId,
  type CaseMessage,
  caseMessage,
  type KeptReading,
  type MailId,
  type Searched,
} from '../../cases/index.ts';
import type { PartId } from '../../mail/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** Keeps how a mail was read; one that is kept already stays as it is. */
export const saveReading = (db: Db, mailId: MailId, kept: KeptReading): Promise<void> =>
  saveReadings(db, [{ mailId, kept }]);

/** The same of several mails. */
export async function saveReadings(
  db: Db,
  readings: readonly { readonly mailId: MailId; readonly kept: KeptReading }[],
): Promise<void> {
  const rows = readings.map(({ mailId, kept }) => {
    const { searched, ...rest } = cleanJson(kept);
    return { mailId, ...rest, ...searched };
  });
  if (rows.length > 0) await db.insert(reading).values(rows).onConflictDoNothing();
}

/**
 * How the mails were read, texts of `most` UTF-16 units together: those of the last named come first, and the first of all always.
 * Null: no texts.
 */
export async function loadReadings(
  db: Db,
  mailIds: readonly MailId[],
  most: number | null,
): Promise<ReadonlyMap<MailId, CaseMessage>> {
  const rows = await db
    .select({ mailId: reading.mailId, envelope: reading.envelope, characters: reading.characters, left: reading.left })
    .from(reading)
    .where(inArray(reading.mailId, [...mailIds]));
  const known = new Map(rows.map((row) => [row.mailId, row]));
  const [whole, room] = [new Set<MailId>(), { left: most ?? 0 }];
  for (const id of most === null ? [] : mailIds.toReversed()) {
    const characters = known.get(id)?.characters;
    if (characters === undefined || (whole.size > 0 && characters > room.left)) continue;
    whole.add(id);
    room.left -= characters;
  }
  const texts =
    whole.size === 0
      ? []
      : await db
          .select({ mailId: reading.mailId, parts: reading.parts })
          .from(reading)
          .where(inArray(reading.mailId, [...whole]));
  const partsOf = new Map(texts.map(({ mailId, parts }) => [mailId, parts]));
  return new Map(
    rows.map(({ mailId, envelope, characters, left }) => {
      const parts = partsOf.get(mailId);
      return [mailId, caseMessage({ envelope, parts: parts ?? [], left: parts ? left : left + characters })];
    }),
  );
}

/** The mails of a case of which a reading is kept, oldest first. */
export const readMailsOf = (db: Db, caseId: CaseId): Promise<{ mailId: MailId; sha256: string }[]> =>
  db
    .select({ mailId: reading.mailId, sha256: mail.sha256 })
    .from(reading)
    .innerJoin(caseMail, eq(caseMail.mailId, reading.mailId))
    .innerJoin(mail, eq(mail.id, reading.mailId))
    .where(eq(caseMail.caseId, caseId))
    .orderBy(asc(reading.mailId));

/** The texts of mails in which people are looked for. */
export async function searchedIn(db: Db, mailIds: readonly MailId[]): Promise<ReadonlyMap<MailId, Searched>> {
  const rows = await db
    .select({ mailId: reading.mailId, folded: reading.folded, plain: reading.plain })
    .from(reading)
    .where(inArray(reading.mailId, [...mailIds]));
  return new Map(rows.map(({ mailId, ...texts }) => [mailId, texts]));
}

/** Where words stand in the texts of a case, in the newest mail that holds them as they are written; null: nowhere. */
export async function mailHolding(
  db: Db,
  caseId: CaseId,
  words: string,
): Promise<{ mailId: MailId; part: PartId; start: number; end: number } | null> {
  const part = sql`jsonb_array_elements(${reading.parts}) with ordinality as part(value, nth)`;
  const text = sql<string>`part.value ->> 'text'`;
  const [row] = await db
    .select({ mailId: reading.mailId, id: sql<PartId>`part.value ->> 'id'`, text })
    .from(reading)
    .innerJoin(caseMail, eq(caseMail.mailId, reading.mailId))
    .innerJoin(mail, eq(mail.id, reading.mailId))
    .crossJoin(part)
    .where(and(eq(caseMail.caseId, caseId), sql`strpos(${text}, ${clean(words)}) > 0`))
    .orderBy(desc(mail.receivedAt), desc(mail.id), sql`part.nth`)
    .limit(1);
  if (row === undefined) return null;
  const start = row.text.indexOf(clean(words));
  return { mailId: row.mailId, part: row.id, start, end: start + words.length };
}

/** The bytes of one mail of a case; null when it has no such mail or they are no longer kept. Who may see the case is asked before. */
export async function rawOfCaseMail(db: Db, caseId: CaseId, mailId: MailId): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ raw: mail.raw })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .where(and(eq(caseMail.caseId, caseId), eq(caseMail.mailId, mailId), isNotNull(mail.raw)));
  return row?.raw ?? null;
}
