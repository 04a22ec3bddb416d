import { and, eq, sql } from 'drizzle-orm';
import { actsFound } from '../../detect/index.ts';
import { assessedActs, withActs } from '../cases/found.ts';
import { shownOf } from '../cases/joining.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { withNote } from '../mails/handed-in.ts';
import type { NewVerdict } from '../mails/new-verdict.ts';
import { caseFile, caseMail, mail, type verdict } from '../schema/core.ts';

/**
 * Says in the case of a consultation what was found in its mail. Who wrote it and in which thread is not kept: else a
 * confidential mail would be found from the cases of others.
 */
export async function fillConsultation(tx: Db, { mailId, assessment, display }: NewVerdict): Promise<void> {
  const [row] = await tx
    .select({ caseId: caseMail.caseId, uid: mail.uid, beside: withNote })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .where(eq(caseMail.mailId, mailId));
  const { caseId, uid, beside } = row!;
  if (beside) return; // files that a colleague gave with a note say nothing of the case itself
  const stays = caseId === String(uid); // else it was merged meanwhile: the other case keeps its own head
  await tx
    .update(caseFile)
    .set({
      band: sql`greatest(${caseFile.band}, ${assessment.band})`,
      foundActs: withActs(actsFound(assessment)),
      acts: await assessedActs(tx, caseId),
      ...(stays ? { counterparty: clean(display.counterparty) } : {}),
      ...(stays && display.from !== '' ? shownOf(display) : {}),
    })
    .where(and(eq(caseFile.id, caseId), eq(caseFile.status, 'open')));
}

/** Written in place of what a verdict knows a mail by. */
export const ANONYMOUS = {
  senderHash: null,
  messageIdHash: null,
  referenceHashes: [],
  contentHash: null,
} satisfies Partial<typeof verdict.$inferInsert>;
