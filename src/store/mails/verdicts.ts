import { and, desc, isNull } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import { type Assessment, actsFound, type Band, isShown, isSurfaced } from '../../detect/index.ts';
import { boundedReferences } from '../../mail/index.ts';
import { foldUnopened } from '../cases/folded.ts';
import { joinCases, openCase, type Surfaced, shownOf } from '../cases/joining.ts';
import { type JudgedAfterAll, judgeCases } from '../cases/judged-after-all.ts';
import { ANONYMOUS, fillConsultation } from '../consultations/verdicts.ts';
import { takeAdvisoryLocks } from '../engine/advisory-lock.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { verdict } from '../schema/core.ts';
import { keepSpotChecks } from '../spot-checks/draws.ts';
import { HANDED_IN } from './handed-in.ts';
import { endWaiting, type LockedMail, lockMailRows } from './mail-row-lock.ts';
import type { NewReading, NewUnreadable, NewVerdict } from './new-verdict.ts';
import { saveReading, saveReadings } from './readings.ts';
import { seenMessages } from './threads.ts';
import { watchesOn } from './watches.ts';

/** The verdict of one mail, as in `writeVerdicts`. @returns false when the mail had one already: nothing was changed. */
export const writeVerdict = async (db: Db, judged: NewVerdict): Promise<boolean> =>
  (await writeVerdicts(db, [judged])).has(judged.mailId);

/**
 * Writes the verdicts of mails, deletes the bytes that may not be kept and puts surfaced mails into their cases, all in
 * one transaction and as if one were written after the other. A mail gets one verdict, however many workers try.
 *
 * Locks are taken kind by kind, each in an order that is the same for all: mails, messages, threads, cases.
 *
 * @returns the mails that had none before. @throws Error for a mail that is not there.
 */
export async function writeVerdicts(db: Db, all: readonly NewVerdict[]): Promise<ReadonlySet<MailId>> {
  if (all.length === 0) return new Set();
  return db.transaction(async (tx) => {
    const locked = await lockMailRows(tx, all.map(idOf));
    const judged = all.filter(({ mailId }) => locked.has(mailId));
    const received = judged.filter(({ mailId }) => locked.get(mailId)!.source !== HANDED_IN);
    const written = await toWrite(tx, received, locked);
    if (written.length > 0) await tx.insert(verdict).values(written.map(({ row }) => row));
    const surfaced = written.filter((one) => one.surfaced);
    const drawn = written.filter((one) => one.drawn);
    const withText = [...surfaced, ...drawn];
    const without = written.filter((one) => !withText.includes(one));
    const isLater = ({ row }: Written) => row.duplicateOf !== null; // which may stand in a case
    await endWaiting(tx, withText.map(idOf), 'bytes');
    await endWaiting(tx, without.filter(isLater).map(idOf), 'hash');
    await endWaiting(tx, without.filter((one) => !isLater(one)).map(idOf), 'nothing');
    await saveReadings(
      tx,
      withText.map(({ mailId, judged: { reading } }) => ({ mailId, kept: reading() })),
    );
    await keepSpotChecks(
      tx,
      drawn.map(({ judged }) => ({ ...judged, toss: judged.toss! })),
    );
    const isNew = ({ mailId }: Written) => !locked.get(mailId)!.inCase;
    await joinCases(tx, surfaced.filter(isNew).map(forCase), written.flatMap(laterDelivery));
    await judgeCases(tx, written.filter((one) => !isNew(one)).map(afterAll));
    for (const one of judged) if (!received.includes(one)) await writeHandedIn(tx, one, locked.get(one.mailId)!);
    return new Set(judged.map(idOf));
  });
}

const idOf = ({ mailId }: { readonly mailId: MailId }): MailId => mailId;

/** A verdict with all that is decided about it. */
interface Written {
  readonly mailId: MailId;
  readonly judged: NewVerdict;
  readonly row: typeof verdict.$inferInsert;
  readonly source: string;
  readonly surfaced: boolean;
  readonly drawn: boolean; // ordinary, and kept to be read
}

/** Each as if those before it were written already. */
async function toWrite(
  tx: Db,
  received: readonly NewVerdict[],
  locked: ReadonlyMap<MailId, LockedMail>,
): Promise<Written[]> {
  const firstOf = await firstDeliveries(tx, received);
  const seen = await seenMessages(tx, received);
  const watchOf = await watchesOn(
    tx,
    received.map(({ sender }) => sender),
  );
  return received.map((judged) => {
    const { mailId, messageId, sender, assessment } = judged;
    const { receivedAt, source } = locked.get(mailId)!;
    const duplicateOf = firstOf(judged);
    const thread = seen.threadOf(judged) ?? ownThread(mailId);
    seen.add(messageId, { thread, at: receivedAt });
    const watch = duplicateOf === null ? watchOf(sender, receivedAt) : null;
    const surfaced = duplicateOf === null && (isShown(assessment) || watch !== null);
    const watchedSince = watch?.since ?? null;
    const tossed = duplicateOf === null && judged.toss != null;
    const drawn = tossed && !surfaced && judged.toss!.kept;
    const row = { ...rowOf(judged, surfaced || drawn), tossed, watchedSince, thread, receivedAt, duplicateOf };
    return { mailId, judged, row, source, surfaced, drawn };
  });
}

function forCase({ mailId, judged, row, source }: Written): Surfaced {
  const { display, assessment, screenedAt } = judged;
  return {
    mailId,
    thread: row.thread,
    display,
    receivedAt: row.receivedAt,
    band: bandOfCase(assessment),
    worry: assessment.worry.length > 0,
    foundActs: actsFound(assessment),
    found: { acts: assessment.acts, entries: row.entries ?? [], band: assessment.band, source },
    at: screenedAt,
  };
}

/** Of the case alone: the verdict's stays what it is. A worry waits like what is to be reviewed. */
function bandOfCase({ band, worry }: Assessment): Band {
  if (worry.length > 0 && band !== 'urgent') return 'review';
  return isSurfaced(band) ? band : 'grey';
}

const afterAll = (one: Written): JudgedAfterAll => ({
  mailId: one.mailId,
  at: one.judged.screenedAt,
  surfaced: one.surfaced ? forCase(one) : null,
});

const laterDelivery = ({ mailId, row: { duplicateOf } }: Written) =>
  duplicateOf == null ? [] : [{ mailId, first: duplicateOf }];

/** Writes that a mail cannot be judged and opens a case for it: never silence. Its bytes are kept. @returns as above */
export async function writeUnreadable(db: Db, one: NewUnreadable): Promise<boolean> {
  const { mailId, at, reason, read, rowDay = null } = one;
  return db.transaction(async (tx) => {
    const locked = (await lockMailRows(tx, [mailId])).get(mailId);
    if (locked === undefined) return false;
    const { receivedAt, source, inCase } = locked;
    const thread = ownThread(mailId);
    const row = { mailId, outcome: 'unreadable', failure: clean(reason), thread, receivedAt, screenedAt: at } as const;
    const handedIn = source === HANDED_IN;
    await tx.insert(verdict).values({ ...row, ...(read && readingRow(read)), ...(handedIn && ANONYMOUS) });
    await endWaiting(tx, [mailId], 'bytes');
    if (read) await saveReading(tx, mailId, read.reading());
    if (inCase) return true;
    if (read && rowDay !== null) {
      await foldUnopened(tx, { ...read, mailId, day: rowDay, reason, receivedAt, at, source });
      return true;
    }
    const shown = read && { ...shownOf(read.display), counterparty: clean(read.display.counterparty) };
    await openCase(tx, { ...shown, kind: 'unreadable', mailId, thread, receivedAt, at, sources: [source] });
    return true;
  });
}

/** A mail that was handed in is in its case already, and stays there whatever its band. */
async function writeHandedIn(tx: Db, judged: NewVerdict, { receivedAt }: LockedMail): Promise<void> {
  const thread = ownThread(judged.mailId);
  await tx.insert(verdict).values({ ...rowOf(judged, true), ...ANONYMOUS, thread, receivedAt });
  await endWaiting(tx, [judged.mailId], 'bytes');
  await saveReading(tx, judged.mailId, judged.reading());
  await fillConsultation(tx, judged);
}

const ownThread = (mailId: MailId): string => `mail-${mailId}`;

/**
 * The mail that brought the same message before, in the store or among these: equal Message-ID and content. Without
 * Message-ID there is none. To be asked in the order in which they are written.
 */
async function firstDeliveries(
  tx: Db,
  received: readonly NewVerdict[],
): Promise<(judged: NewVerdict) => MailId | null> {
  const ids = received.flatMap(({ messageId }) => messageId ?? []);
  await takeAdvisoryLocks(tx, 'message', ids);
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ mailId: verdict.mailId, messageId: verdict.messageIdHash, contentHash: verdict.contentHash })
          .from(verdict)
          .where(and(anyOf(verdict.messageIdHash, ids), isNull(verdict.duplicateOf)))
          .orderBy(desc(verdict.mailId));
  const keyOf = (one: { readonly messageId: string | null; readonly contentHash: string | null }) =>
    `${one.messageId} ${one.contentHash}`;
  const firsts = new Map(rows.map((row) => [keyOf(row), row.mailId])); // the oldest of several comes last
  return (judged) => {
    if (judged.messageId === null) return null;
    const first = firsts.get(keyOf(judged)) ?? null;
    if (first === null) firsts.set(keyOf(judged), judged.mailId);
    return first;
  };
}

function rowOf({ assessment, ...judged }: NewVerdict, withText: boolean) {
  const counted = assessment.matches.filter((match) => match.act !== null); // a guard phrase is not kept
  return {
    mailId: judged.mailId,
    outcome: 'assessed' as const,
    band: assessment.band,
    acts: assessment.acts,
    entries: [...new Set(counted.map((match) => match.entry))],
    probability: assessment.probability,
    dictionary: assessment.dictionary,
    ...readingRow(judged),
    assessment: withText ? cleanJson(assessment) : null,
    screenedAt: judged.screenedAt,
  };
}

const readingRow = ({ sender, messageId, references, contentHash, characters, warnings }: NewReading) => ({
  senderHash: sender,
  messageIdHash: messageId,
  referenceHashes: boundedReferences(references),
  contentHash,
  characters,
  warnings: [...warnings],
});
