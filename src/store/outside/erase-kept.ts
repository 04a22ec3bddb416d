import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { CaseId } from '../../cases/index.ts';
import type { ErasedCounts } from '../../response/index.ts';
import { forgetCases } from '../cases/forget.ts';
import { partsOf } from '../cases/whereabouts.ts';
import { anyOf } from '../engine/any-of.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN } from '../mails/handed-in.ts';
import { caseMerge, caseMergeMail, caseNote } from '../schema/case-notes.ts';
import { consultation, forwarded } from '../schema/consultation.ts';
import { caseFile, caseMail, decision, mail, verdict } from '../schema/core.ts';
import { counterparty, counterpartyCase, counterpartySender, talk } from '../schema/counterparty.ts';
import { letter } from '../schema/letters.ts';
import { demandAnswer, measure } from '../schema/measure.ts';
import { objection } from '../schema/outside.ts';
import { careAnswer, caseVictim, timelineConsent } from '../schema/person-timeline.ts';
import { comment, feedback, senderWatch } from '../schema/review.ts';
import { forgetSpotChecksOf } from '../spot-checks/forget.ts';
import { COUNTED, forgetHandedIn, forgetMails } from '../upkeep/forget-mails.ts';
import { waits } from '../upkeep/waits.ts';
import { ordinaryOf, type Whose } from './kept-of.ts';
import { eraseObjections, settledObjections } from './their-objections.ts';

/** What would be deleted: how much of each kind, and a fingerprint of it. */
export interface Erasable {
  readonly counts: ErasedCounts;
  readonly digest: string; // SHA-256, hex, over ids of cases and the hashes of their mails and letters: it shows later that these went, and nothing of what they said
}

/** @param ids cases that may be deleted */
export async function erasable(db: Db, whose: Whose, ids: readonly CaseId[]): Promise<Erasable> {
  const all = [...ids, ...(ids.length === 0 ? [] : await partsOf(db, ids))];
  const inCases = (table: PgTable, caseId: PgColumn) => db.$count(table, inArray(caseId, all));
  const mails = await db
    .select({ caseId: caseMail.caseId, sha256: mail.sha256 })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .where(inArray(caseMail.caseId, all))
    .orderBy(asc(caseMail.mailId));
  const letters = await db
    .select({ caseId: letter.caseId, sha256: letter.pdfSha256 })
    .from(letter)
    .where(inArray(letter.caseId, all))
    .orderBy(asc(letter.id));
  const objected = await settledObjections(db, whose);
  const counts: ErasedCounts = {
    cases: ids.length,
    mails: mails.length,
    ordinary: (await ordinaryOf(db, whose)).length,
    reports: await inCases(consultation, consultation.caseId),
    decisions: await inCases(decision, decision.caseId),
    notes:
      (await inCases(caseNote, caseNote.caseId)) +
      (await inCases(comment, comment.caseId)) +
      (await inCases(demandAnswer, demandAnswer.caseId)),
    letters: letters.length,
    measures: await inCases(measure, measure.caseId),
    objections: (await inCases(objection, objection.caseId)) + objected.length,
    watches: await db.$count(senderWatch, anyOf(senderWatch.senderHash, whose.hashes)),
    concerned: await db.$count(caseVictim, concernedOf(db, whose, all)),
    consents: await db.$count(timelineConsent, consentsOf(whose)),
    forwarded: await db.$count(forwarded, forwardedOf(whose)),
    counterparties: (await isFreeOf(db, whose, all)) ? 1 : 0,
  };
  const digest = createHash('sha256')
    .update(JSON.stringify([all, mails, letters, ...(objected.length === 0 ? [] : [objected])]))
    .digest('hex');
  return { counts, digest };
}

/**
 * Deletes what `erasable` counts. The rows of the cases are locked, and whatever keeps one of them was asked for in the same transaction. Of
 * verdicts stay counts by day and band.
 */
export async function eraseKept(tx: Db, whose: Whose, ids: readonly CaseId[]): Promise<void> {
  const all = [...ids, ...(ids.length === 0 ? [] : await partsOf(tx, ids))];
  const free = await isFreeOf(tx, whose, all);
  const inCases = await tx
    .select(COUNTED)
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .innerJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(inArray(caseMail.caseId, all), ne(mail.source, HANDED_IN)));
  const mails = [...inCases, ...(await ordinaryOf(tx, whose))];
  await forgetCases(tx, all);
  await forgetHandedIn(tx);
  await forgetSpotChecksOf(tx, whose.hashes);
  await letGo(
    tx,
    mails.map(({ id }) => id),
  );
  await forgetMails(tx, mails);
  await eraseObjections(tx, whose);
  await tx.delete(senderWatch).where(anyOf(senderWatch.senderHash, whose.hashes));
  await tx.delete(forwarded).where(forwardedOf(whose));
  if (whose.person !== null) {
    const person = eq(careAnswer.person, whose.person);
    await tx.delete(careAnswer).where(
      and(
        person,
        inArray(
          careAnswer.caseId,
          tx
            .select({ id: caseVictim.caseId })
            .from(caseVictim)
            .where(concernedOf(tx, whose, [])),
        ),
      ),
    );
    await tx.delete(caseVictim).where(concernedOf(tx, whose, []));
    await tx.delete(timelineConsent).where(consentsOf(whose));
  }
  if (free && whose.counterparty !== null) {
    const { id } = whose.counterparty;
    await tx.delete(counterpartySender).where(eq(counterpartySender.counterpartyId, id));
    await tx.delete(counterparty).where(eq(counterparty.id, id));
  }
}

/** What else points to mails that go: words of them that somebody marked, a case that one of them began and that holds it no more, a later delivery of the same. */
async function letGo(tx: Db, mails: readonly string[]): Promise<void> {
  await tx.delete(feedback).where(anyOf(feedback.mailId, mails));
  await tx.delete(caseMergeMail).where(anyOf(caseMergeMail.mailId, mails));
  await tx.update(verdict).set({ duplicateOf: null }).where(anyOf(verdict.duplicateOf, mails));
  await tx.update(caseFile).set({ openedBy: null }).where(anyOf(caseFile.openedBy, mails));
}

const notIn = (column: PgColumn, ids: readonly CaseId[]): SQL =>
  sql`${column} <> all(${sql.param([...ids])}::bigint[])`;

/** Rows in which a person is named as whom a case befell, beside those that go with their case: where it is over, and nothing of it waits. */
function concernedOf(db: Db, { person }: Whose, gone: readonly CaseId[]): SQL {
  if (person === null) return sql`false`;
  const over = db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(isNull(caseFile.heldBy), ne(caseFile.status, 'open'), ...Object.values(waits(db)).map(not)));
  const stands = sql`coalesce((select joined.into_case from ${caseMerge} joined where joined.part = ${caseVictim.caseId} and joined.ended_at is null), ${caseVictim.caseId})`;
  return and(eq(caseVictim.person, person), notIn(caseVictim.caseId, gone), sql`${stands} in ${over}`)!;
}

const consentsOf = ({ person }: Whose): SQL => (person === null ? sql`false` : eq(timelineConsent.person, person));

/** That mails of theirs came to the consultation address. One that waits for the consultation desk is decided first. */
const forwardedOf = ({ addresses, hashes }: Whose): SQL =>
  and(or(anyOf(forwarded.senderHash, hashes), anyOf(forwarded.sender, addresses)), ne(forwarded.state, 'held'))!;

/** Whether nothing points to the entry of the register once these cases are gone. */
async function isFreeOf(db: Db, { counterparty: whose }: Whose, gone: readonly CaseId[]): Promise<boolean> {
  if (whose === null) return false;
  const named = await db.$count(
    counterpartyCase,
    and(eq(counterpartyCase.counterpartyId, whose.id), notIn(counterpartyCase.caseId, gone)),
  );
  const measures = await db.$count(measure, and(eq(measure.counterpartyId, whose.id), notIn(measure.caseId, gone)));
  const talks = await db.$count(talk, eq(talk.counterpartyId, whose.id)); // what was asked of a company, and its answer
  return named === 0 && measures === 0 && talks === 0;
}
