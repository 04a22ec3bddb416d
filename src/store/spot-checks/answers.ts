import { and, eq, gt, isNull } from 'drizzle-orm';
import type { CaseId, PersonId, SpotAnswer, SpotId } from '../../cases/index.ts';
import { actsFound, currentAssessment } from '../../detect/index.ts';
import { joinCases } from '../cases/joining.ts';
import type { Db } from '../engine/db.ts';
import { caseMail, mail, verdict } from '../schema/core.ts';
import { spotCheck, spotReading } from '../schema/spot-check.ts';

/** What came of an answer; `gone`: its text is, or they have answered before. */
export type SpotAnswered = { readonly kind: 'noted'; readonly opened: CaseId | null } | { readonly kind: 'gone' };

/**
 * Notes what a person says of a mail they opened, once. Of an ordinary mail that is a case to them, one is opened in the same
 * transaction, or the open one of its thread is joined; a mail of a decided case stays where it is.
 */
export async function answerSpot(
  tx: Db,
  id: SpotId,
  person: PersonId,
  answer: SpotAnswer,
  at: Date,
): Promise<SpotAnswered> {
  const [spot] = await tx
    .select()
    .from(spotCheck)
    .where(and(eq(spotCheck.id, id), eq(spotCheck.kept, true), gt(spotCheck.until, at)))
    .for('update'); // two readers at once open one case
  if (spot === undefined) return { kind: 'gone' };
  const noted = await tx
    .update(spotReading)
    .set({ answer, answeredAt: at })
    .where(and(eq(spotReading.spotId, id), eq(spotReading.person, person), isNull(spotReading.answer)))
    .returning({ id: spotReading.spotId });
  if (noted.length === 0) return { kind: 'gone' };
  if (answer !== 'case' || spot.stratum === 'decided') return { kind: 'noted', opened: null };
  return { kind: 'noted', opened: await openCaseOf(tx, spot, at) };
}

/** Null: another reader was first, and it is in a case already. */
async function openCaseOf(
  tx: Db,
  { mailId, display }: typeof spotCheck.$inferSelect,
  at: Date,
): Promise<CaseId | null> {
  const [row] = await tx
    .select({ verdict, source: mail.source, caseId: caseMail.caseId })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
    .where(eq(verdict.mailId, mailId!));
  if (row === undefined || row.caseId !== null || display === null || row.verdict.assessment === null) return null;
  const { thread, receivedAt, acts, entries } = row.verdict;
  const found = { acts, entries, band: row.verdict.band, source: row.source };
  const foundActs = actsFound(currentAssessment(row.verdict.assessment));
  const surfaced = {
    mailId: row.verdict.mailId,
    thread,
    display,
    receivedAt,
    band: 'review',
    worry: false,
    foundActs,
    found,
    at,
  } as const;
  await joinCases(tx, [surfaced], []); // a person asks that people look, as with a consultation: review
  const [made] = await tx.select({ id: caseMail.caseId }).from(caseMail).where(eq(caseMail.mailId, row.verdict.mailId));
  return made!.id;
}
