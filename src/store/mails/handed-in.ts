import { eq, ne, sql } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { mail } from '../schema/core.ts';

/** The source of mails that people handed in; no source of the configuration can have this name. */
export const HANDED_IN = '@hand-in';

/** What the number in place of a uid says of what was handed in: the case, or the note in a case file, with which it was given. */
export const HANDED_IN_WITH = { case: 1n, note: 2n } as const;

/** Whether a mail holds the files that were given with a note. */
export const withNote = sql<boolean>`(${mail.source} = ${HANDED_IN} and ${mail.uidValidity} = ${sql.raw(String(HANDED_IN_WITH.note))})`;

/** Mails that a source brought. Figures are about these: else they would tell of confidential ones. */
export const received = ne(mail.source, HANDED_IN);

/** Ids of the others. */
export const handedInMails = (db: Db) => db.select({ id: mail.id }).from(mail).where(eq(mail.source, HANDED_IN));
