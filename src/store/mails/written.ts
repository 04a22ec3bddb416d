import { count, eq, notInArray, sum } from 'drizzle-orm';
import { type Band, isFlagged } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, tally, verdict } from '../schema/core.ts';
import { handedInMails } from './handed-in.ts';

/** What the store holds for a mail; the same facts again when the verdict was already there. */
export interface WrittenVerdict {
  readonly written: boolean; // false: the mail had a verdict already, nothing was changed
  readonly caseId: string | null; // of a second delivery: the case of the first
  readonly newCase: boolean; // this mail opened the case
  readonly flagged: boolean;
}

/** What is written for a mail. */
export async function factsOf(tx: Db, mailId: string): Promise<WrittenVerdict> {
  const [row] = await tx
    .select({ band: verdict.band, duplicateOf: verdict.duplicateOf })
    .from(verdict)
    .where(eq(verdict.mailId, mailId));
  const [file] = await tx
    .select({ id: caseFile.id, openedBy: caseFile.openedBy })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(eq(caseMail.mailId, row?.duplicateOf ?? mailId));
  return {
    written: false,
    caseId: file?.id ?? null,
    newCase: file?.openedBy === mailId,
    flagged: row?.band != null && isFlagged(row.band),
  };
}

/** How many verdicts there are; every delivery counts. */
export async function verdictCounts(db: Db): Promise<Record<Band | 'unreadable', number>> {
  const rows = await db
    .select({ band: verdict.band, verdicts: count() })
    .from(verdict)
    .where(notInArray(verdict.mailId, handedInMails(db)))
    .groupBy(verdict.band);
  const counts = { ordinary: 0, grey: 0, review: 0, urgent: 0, unreadable: 0 };
  for (const row of rows) counts[row.band ?? 'unreadable'] = row.verdicts;
  const gone = await db
    .select({ band: tally.band, mails: sum(tally.mails).mapWith(Number) })
    .from(tally)
    .groupBy(tally.band);
  for (const { band, mails } of gone) counts[band as keyof typeof counts] += mails;
  return counts;
}
