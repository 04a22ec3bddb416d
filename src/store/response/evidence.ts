import { and, asc, eq } from 'drizzle-orm';
import type { CaseId, CaseStatus, MailId } from '../../cases/index.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision, mail } from '../schema/core.ts';

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

/** Holds a case's row until the transaction ends, so that nobody decides meanwhile; null when there is none in sight. */
export async function holdStanding(
  tx: Db,
  id: CaseId,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<{ readonly status: CaseStatus; readonly decisions: number } | null> {
  const [row] = await tx
    .select({ status: caseFile.status })
    .from(caseFile)
    .where(and(eq(caseFile.id, id), isVisible(visibility)))
    .for('share'); // a decision made at this moment ends first
  return row ? { status: row.status, decisions: await tx.$count(decision, eq(decision.caseId, id)) } : null;
}
