import type { CaseId, MailId } from '../../cases/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail, source } from '../schema/core.ts';
import { HANDED_IN, HANDED_IN_WITH } from './handed-in.ts';
import { sha256 } from './sources.ts';

/** What people give to a case as one mail, and with what: its number, in place of a uid. */
export interface HandedInMail {
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
  readonly given: keyof typeof HANDED_IN_WITH;
  readonly number: string; // of the case, or of the note
}

/** Puts a mail that people gave into its case, where it waits for its verdict like any other. */
export async function storeHandedIn(
  tx: Db,
  caseId: CaseId,
  { raw, receivedAt, given, number }: HandedInMail,
): Promise<MailId> {
  await takeAdvisoryLock(tx, 'spool', ''); // as intake does: ids grow in the order of commits
  await tx.insert(source).values({ name: HANDED_IN }).onConflictDoNothing();
  const [stored] = await tx
    .insert(mail)
    .values({
      source: HANDED_IN,
      uidValidity: HANDED_IN_WITH[given],
      uid: Number(number),
      receivedAt,
      sha256: sha256(raw),
      size: raw.byteLength,
      raw,
    })
    .returning({ id: mail.id });
  await tx.insert(caseMail).values({ mailId: stored!.id, caseId });
  return stored!.id;
}
