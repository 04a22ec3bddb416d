import { and, asc, desc, eq, exists, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Day, LetterId, MeasureId, ObjectionId, ObjectionMail, ObjectionMailId } from '../../response/index.ts';
import { isVisible, USUAL_VISIBILITY } from '../cases/visibility.ts';
import { takeAdvisoryLocks } from '../engine/advisory-lock.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { answer, caseFile, verdict } from '../schema/core.ts';
import { letter } from '../schema/letters.ts';
import { measure } from '../schema/measure.ts';
import { objection, objectionMail } from '../schema/outside.ts';

/** A mail to the mailbox for objections, as it is written down. */
export interface NewObjectionMail {
  readonly key: string; // of the same message
  readonly source: string;
  readonly sender: string;
  readonly from: string; // as people write it
  readonly messageId: string | null; // keyed hash, as the next
  readonly references: readonly string[];
  readonly counterparty: string; // as the settings group senders
  readonly words: string;
  readonly automatic: boolean;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
  readonly received: Day;
  readonly due: Day;
  readonly at: Date;
}

interface Link {
  readonly caseId: CaseId | null;
  readonly letterId: LetterId | null;
  readonly measureId: MeasureId | null;
}
const NOWHERE: Link = { caseId: null, letterId: null, measureId: null };

/**
 * Writes a mail down, once for each message: with the objection of its conversation or sender that waits, else as one of its own, linked to what
 * its headers or its sender tell. What a machine sent waits for nobody.
 *
 * @returns the objection that it opened; null when it joined one, or came before
 */
export async function receiveObjectionMail(
  tx: Db,
  mail: NewObjectionMail,
): Promise<{ readonly id: ObjectionId; readonly caseId: CaseId | null } | null> {
  await takeAdvisoryLocks(tx, 'objections', [mail.key, mail.sender]);
  if ((await tx.$count(objectionMail, eq(objectionMail.key, mail.key))) > 0) return null;
  const before = await conversationOf(tx, mail);
  if (before !== null && before.answeredAt === null && before.asideAt === null) {
    await addMail(tx, before.id, mail);
    return null;
  }
  const link = before ?? (await linkOf(tx, mail));
  const { from, words, received, due, at } = mail;
  const [made] = await tx
    .insert(objection)
    .values({
      ...{ caseId: link.caseId, letterId: link.letterId, measureId: link.measureId },
      ...{ from: clean(from), words: clean(words), received, due, at, by: mail.source },
      placed: link.caseId !== null,
      ...(mail.automatic ? { asideBy: '', asideAt: at } : {}),
    })
    .returning({ id: objection.id });
  await addMail(tx, made!.id, mail);
  return { id: made!.id, caseId: link.caseId };
}

async function addMail(tx: Db, objectionId: ObjectionId, mail: NewObjectionMail): Promise<void> {
  const { key, source, sender, messageId, words, automatic, receivedAt, raw } = mail;
  await tx.insert(objectionMail).values({
    ...{ objectionId, key, source, automatic, receivedAt, raw },
    ...{ sender: clean(sender), messageIdHash: messageId, words: clean(words) },
  });
}

/** The newest objection of the conversation; else the one that waits of the same sender. */
async function conversationOf(tx: Db, { references, sender }: NewObjectionMail) {
  const found = (which: ReturnType<typeof and>) =>
    tx
      .select({ objection })
      .from(objectionMail)
      .innerJoin(objection, eq(objection.id, objectionMail.objectionId))
      .where(which)
      .orderBy(desc(objection.id))
      .limit(1);
  const [ofThread] = references.length === 0 ? [] : await found(anyOf(objectionMail.messageIdHash, references));
  if (ofThread !== undefined) return ofThread.objection;
  const waits = and(eq(objectionMail.sender, clean(sender)), isNull(objection.answeredAt), isNull(objection.asideAt));
  const [ofSender] = sender === '' ? [] : await found(waits);
  return ofSender?.objection ?? null;
}

/** The approved case of the mails that it answers, else the newest one of the same other side from which a letter went out; with what they know of. */
async function linkOf(tx: Db, { references, counterparty }: NewObjectionMail): Promise<Link> {
  const threads = [
    ...(await tx.select({ thread: verdict.thread }).from(verdict).where(anyOf(verdict.messageIdHash, references))),
    ...(await tx.select({ thread: answer.thread }).from(answer).where(anyOf(answer.messageIdHash, references))),
  ].map(({ thread }) => thread);
  const wentOut = exists(
    tx
      .select({ id: letter.id })
      .from(letter)
      .where(and(eq(letter.caseId, caseFile.id), isNotNull(letter.sentAt))),
  );
  const known = async (which: ReturnType<typeof and>) => {
    const [found] = await tx
      .select({ id: caseFile.id })
      .from(caseFile)
      .where(and(eq(caseFile.status, 'approved'), isVisible(USUAL_VISIBILITY), which))
      .orderBy(desc(caseFile.decidedAt), desc(caseFile.id))
      .limit(1);
    return found?.id ?? null;
  };
  const caseId =
    (threads.length === 0 ? null : await known(inArray(caseFile.thread, threads))) ??
    (counterparty === '' ? null : await known(and(eq(caseFile.counterparty, clean(counterparty)), wentOut)));
  if (caseId === null) return NOWHERE;
  const [sent] = await tx
    .select({ id: letter.id })
    .from(letter)
    .where(and(eq(letter.caseId, caseId), isNotNull(letter.sentAt)))
    .orderBy(desc(letter.id))
    .limit(1);
  if (sent !== undefined) return { caseId, letterId: sent.id, measureId: null };
  const [step] = await tx
    .select({ id: measure.id })
    .from(measure)
    .where(and(eq(measure.caseId, caseId), eq(measure.outcome, 'approved'), isNull(measure.liftedAt)))
    .orderBy(desc(measure.id))
    .limit(1);
  return { caseId, letterId: null, measureId: step?.id ?? null };
}

const COLUMNS = {
  id: objectionMail.id,
  receivedAt: objectionMail.receivedAt,
  words: objectionMail.words,
  automatic: objectionMail.automatic,
};

/** The mails by which objections came, the first first. */
export async function mailsOf(db: Db, ids: readonly ObjectionId[]): Promise<Map<ObjectionId, ObjectionMail[]>> {
  const found = new Map<ObjectionId, ObjectionMail[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({ of: objectionMail.objectionId, ...COLUMNS })
    .from(objectionMail)
    .where(inArray(objectionMail.objectionId, [...ids]))
    .orderBy(asc(objectionMail.id));
  for (const { of, ...mail } of rows) found.set(of, [...(found.get(of) ?? []), mail]);
  return found;
}

/** One of them as it came; null when the objection has no such mail. Who may see that is asked before. */
export async function rawOfObjection(db: Db, id: ObjectionId, mail: ObjectionMailId): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ raw: objectionMail.raw })
    .from(objectionMail)
    .where(and(eq(objectionMail.objectionId, id), eq(objectionMail.id, mail)));
  return row?.raw ?? null;
}
