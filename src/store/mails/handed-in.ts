import { eq, ne } from 'drizzle-orm';
import type { Db } from '../engine/db.ts';
import { mail } from '../schema/core.ts';

/** The source of mails that people handed in; no source of the configuration can have this name. */
export const HANDED_IN = '@hand-in';

/** Mails that a source brought. Figures are about these: else they would tell of confidential ones. */
export const received = ne(mail.source, HANDED_IN);

/** Ids of the others. */
export const handedInMails = (db: Db) => db.select({ id: mail.id }).from(mail).where(eq(mail.source, HANDED_IN));
