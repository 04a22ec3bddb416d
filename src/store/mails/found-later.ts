import { and, eq } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail, source, verdict } from '../schema/core.ts';
import type { NewVerdict } from './new-verdict.ts';
import { sha256 } from './sources.ts';
import { writeVerdicts } from './verdicts.ts';

/** A mail of the past that is still in its mailbox, fetched again. */
export interface MailOfThePast {
  readonly source: string; // as mails name it: of one of several folders, with the folder
  readonly uidValidity: bigint;
  readonly uid: number;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
}

/**
 * Writes the verdict of a mail that was found ordinary when it came, or came before there was a Komainu, as that of any mail that comes in now: it
 * gets its bytes back and joins or opens a case. A mail that was surfaced before, is in a case, cannot be read or waits for its verdict stays as it is.
 *
 * @returns whether it is in a case by this
 */
export async function writeFoundLater(
  db: Db,
  { raw, receivedAt, ...place }: MailOfThePast,
  verdictOf: (mail: { readonly id: MailId; readonly source: string; readonly receivedAt: Date }) => NewVerdict,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await takeAdvisoryLock(tx, 'spool', ''); // as intake does: ids grow in the order of commits
    await tx.insert(source).values({ name: place.source }).onConflictDoNothing();
    const fresh = await tx
      .insert(mail)
      .values({ ...place, receivedAt, raw, sha256: sha256(raw), size: raw.byteLength })
      .onConflictDoNothing()
      .returning({ id: mail.id });
    const id = fresh[0]?.id ?? (await takeOrdinary(tx, place, raw));
    if (id === null) return false;
    const judged = verdictOf({ id, source: place.source, receivedAt });
    await writeVerdicts(tx, [{ ...judged, toss: null }]); // it is surfaced: no coin is tossed
    const [inCase] = await tx.select({ id: caseMail.caseId }).from(caseMail).where(eq(caseMail.mailId, id));
    if (inCase === undefined) return false; // another delivery of what came before
    await tx.update(verdict).set({ foundLater: judged.screenedAt }).where(eq(verdict.mailId, id));
    return true;
  });
}

/** Takes the verdict from an ordinary mail, so that it waits for another. Null: it is none. */
async function takeOrdinary(
  tx: Db,
  place: Pick<MailOfThePast, 'source' | 'uidValidity' | 'uid'>,
  raw: Uint8Array,
): Promise<MailId | null> {
  const [known] = await tx
    .select({ id: mail.id, waiting: mail.waiting })
    .from(mail)
    .where(and(eq(mail.source, place.source), eq(mail.uidValidity, place.uidValidity), eq(mail.uid, place.uid)))
    .for('no key update');
  if (known === undefined || known.waiting) return null;
  if ((await tx.$count(caseMail, eq(caseMail.mailId, known.id))) > 0) return null;
  const taken = await tx
    .delete(verdict)
    .where(and(eq(verdict.mailId, known.id), eq(verdict.band, 'ordinary')))
    .returning({ id: verdict.mailId });
  if (taken.length === 0) return null;
  await tx.update(mail).set({ waiting: true, raw }).where(eq(mail.id, known.id));
  return known.id;
}
