import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaseId, MailId } from '../../cases/index.ts';
import type { CaseEntryId } from '../../response/index.ts';
import type { Db } from '../engine/db.ts';
import { withNote } from '../mails/handed-in.ts';
import { storeHandedIn } from '../mails/store-handed-in.ts';
import { caseMail, mail } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';

/** Files that were given with a note of a case file: they are the attachments of one mail. */
export interface NoteFiles {
  readonly note: CaseEntryId;
  readonly mailId: MailId;
  readonly files: readonly { readonly filename: string; readonly size: number }[] | null; // null: not read yet
}

/** What was given with notes, of all mails that stand in a case. Who may see the case is asked before. */
export async function filesOfNotes(db: Db, id: CaseId): Promise<NoteFiles[]> {
  return db
    .select({
      note: sql<CaseEntryId>`${mail.uid}::text`,
      mailId: mail.id,
      files: sql<NoteFiles['files']>`${reading.envelope} -> 'attachments'`,
    })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(reading, eq(reading.mailId, mail.id))
    .where(and(eq(caseMail.caseId, id), withNote))
    .orderBy(asc(mail.id));
}

/** Keeps files with a note, as one mail of the case. */
export const addNoteFiles = (tx: Db, id: CaseId, note: CaseEntryId, raw: Uint8Array, at: Date): Promise<MailId> =>
  storeHandedIn(tx, id, { raw, receivedAt: at, given: 'note', number: note });
