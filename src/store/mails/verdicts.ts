import { and, asc, eq, isNull } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import { actsFound, isSurfaced } from '../../detect/index.ts';
import { joinCase, noteDelivery, openCase } from '../cases/joining.ts';
import { ANONYMOUS, fillConsultation } from '../consultations/verdicts.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { verdict } from '../schema/core.ts';
import { HANDED_IN } from './handed-in.ts';
import { endWaiting, lockMailRow } from './mail-row-lock.ts';
import type { NewUnreadable, NewVerdict } from './new-verdict.ts';
import { saveReading } from './readings.ts';
import { boundedReferences, threadOf } from './threads.ts';
import { watchOn } from './watches.ts';

/**
 * Writes the verdict of a mail, deletes the bytes that may not be kept and puts a surfaced mail into its case, all in
 * one transaction. A mail gets one verdict, however many workers try.
 *
 * @returns false when the mail had one already: nothing was changed. @throws Error for a mail that is not there.
 */
export async function writeVerdict(db: Db, judged: NewVerdict): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claimed = await lockMailRow(tx, judged.mailId);
    if (claimed === null) return false;
    const { receivedAt, source } = claimed;
    if (source === HANDED_IN) return writeHandedIn(tx, judged, receivedAt);
    const first = await firstDelivery(tx, judged);
    const thread = (await threadOf(tx, judged)) ?? ownThread(judged.mailId);
    const watch = first === null ? await watchOn(tx, judged.sender, receivedAt) : null;
    const surfaced = first === null && (isSurfaced(judged.assessment.band) || watch !== null);
    const row = { ...rowOf(judged, surfaced), watchedSince: watch?.since ?? null };
    await tx.insert(verdict).values({ ...row, thread, receivedAt, duplicateOf: first });
    await endWaiting(tx, judged.mailId, surfaced);
    if (first !== null) await noteDelivery(tx, { mailId: judged.mailId, first });
    if (surfaced) {
      const { mailId, display, assessment, screenedAt } = judged;
      await saveReading(tx, mailId, judged.reading());
      const band = isSurfaced(assessment.band) ? assessment.band : 'grey'; // of the case: the verdict's stays what it is
      await joinCase(tx, {
        mailId,
        thread,
        display,
        receivedAt,
        band,
        foundActs: actsFound(assessment),
        at: screenedAt,
      });
    }
    return true;
  });
}

/** Writes that a mail cannot be read and opens a case for it: never silence. Its bytes are kept. @returns as above */
export async function writeUnreadable(db: Db, { mailId, at, reason }: NewUnreadable): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claimed = await lockMailRow(tx, mailId);
    if (claimed === null) return false;
    const { receivedAt, source } = claimed;
    const thread = ownThread(mailId);
    const row = { mailId, outcome: 'unreadable', failure: clean(reason), thread, receivedAt, screenedAt: at } as const;
    await tx.insert(verdict).values(row);
    await endWaiting(tx, mailId, true);
    if (source !== HANDED_IN)
      await openCase(tx, { kind: 'unreadable', mailId, thread, receivedAt, at, sources: [source] });
    return true;
  });
}

/** A mail that was handed in is in its case already, and stays there whatever its band. */
async function writeHandedIn(tx: Db, judged: NewVerdict, receivedAt: Date): Promise<boolean> {
  const thread = ownThread(judged.mailId);
  await tx.insert(verdict).values({ ...rowOf(judged, true), ...ANONYMOUS, thread, receivedAt });
  await endWaiting(tx, judged.mailId, true);
  await saveReading(tx, judged.mailId, judged.reading());
  await fillConsultation(tx, judged);
  return true;
}

const ownThread = (mailId: MailId): string => `mail-${mailId}`;

/** The mail that brought the same message before: equal Message-ID and content. Without Message-ID there is none. */
async function firstDelivery(tx: Db, { messageId, contentHash }: NewVerdict): Promise<MailId | null> {
  if (messageId === null) return null;
  await takeAdvisoryLock(tx, 'message', messageId);
  const [first] = await tx
    .select({ mailId: verdict.mailId })
    .from(verdict)
    .where(and(eq(verdict.messageIdHash, messageId), eq(verdict.contentHash, contentHash), isNull(verdict.duplicateOf)))
    .orderBy(asc(verdict.mailId))
    .limit(1);
  return first?.mailId ?? null;
}

function rowOf({ assessment, ...judged }: NewVerdict, surfaced: boolean) {
  const counted = assessment.matches.filter((match) => match.act !== null); // a guard phrase is not kept
  return {
    mailId: judged.mailId,
    outcome: 'assessed' as const,
    band: assessment.band,
    score: assessment.score,
    points: assessment.acts,
    axes: assessment.axes,
    entries: [...new Set(counted.map((match) => match.entry))],
    classifier: assessment.classifier?.probability ?? null,
    dictionary: assessment.dictionary,
    senderHash: judged.sender,
    messageIdHash: judged.messageId,
    referenceHashes: boundedReferences(judged.references),
    contentHash: judged.contentHash,
    characters: judged.characters,
    assessment: surfaced ? cleanJson(assessment) : null,
    warnings: [...judged.warnings],
    screenedAt: judged.screenedAt,
  };
}
