import { eq } from 'drizzle-orm';
import type { CaseId, MailId } from '../../src/cases/index.ts';
import { isFlagged } from '../../src/detect/index.ts';
import {
  type Db,
  type NewVerdict,
  writeUnreadable as unreadable,
  writeVerdict as verdictWritten,
} from '../../src/store/index.ts';
import type { NewUnreadable } from '../../src/store/mails/new-verdict.ts';
import { caseFile, caseMail, verdict } from '../../src/store/schema/core.ts';

/** What came of a verdict, whether it was written now or before. */
export interface WrittenVerdict {
  readonly written: boolean; // false: the mail had a verdict already, nothing was changed
  readonly caseId: CaseId | null; // of a second delivery: the case of the first
  readonly newCase: boolean; // this mail opened the case
  readonly flagged: boolean;
}

/** What is written for a mail. */
async function factsOf(tx: Db, mailId: MailId): Promise<Omit<WrittenVerdict, 'written'>> {
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
    caseId: file?.id ?? null,
    newCase: file?.openedBy === mailId,
    flagged: row?.band != null && isFlagged(row.band),
  };
}

export async function writeVerdict(db: Db, judged: NewVerdict): Promise<WrittenVerdict> {
  const written = await verdictWritten(db, judged);
  return { written, ...(await factsOf(db, judged.mailId)) };
}

export async function writeUnreadable(db: Db, mail: NewUnreadable): Promise<WrittenVerdict> {
  const written = await unreadable(db, mail);
  return { written, ...(await factsOf(db, mail.mailId)) };
}
