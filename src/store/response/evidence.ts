import { asc, eq } from 'drizzle-orm';
import type { CaseId, MailId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail } from '../schema/core.ts';

/** Where a mail came in, and its hash as it was noted then. */
export interface Provenance {
  readonly mailId: MailId;
  readonly source: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly sha256: string; // hex, of the bytes
  readonly size: number; // bytes
}

/** The mails of a case in the order in which they arrived, without a text. Who may see the case is asked before. */
export async function provenanceOf(db: Db, id: CaseId): Promise<Provenance[]> {
  const { source, uidValidity, uid, sha256, size } = mail;
  const rows = await db
    .select({ mailId: mail.id, source, uidValidity, uid, sha256, size })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .where(eq(caseMail.caseId, id))
    .orderBy(asc(mail.receivedAt), asc(mail.id));
  return rows.map((row) => ({ ...row, uidValidity: String(row.uidValidity) }));
}
