import { and, asc, eq } from 'drizzle-orm';
import type { CaseId, Dismissal, MailId } from '../../cases/index.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, decision } from '../schema/core.ts';
import { foundIn } from './found.ts';
import { type Surfaced, shownOf } from './joining.ts';

/** Who closes a case of which nothing is left to see. */
export const BY_ITSELF = 'Komainu';

/** In every language of the pages: it is written down once, and read by whoever opens the case. */
const NOTHING_LEFT: Dismissal = {
  kind: 'dismiss',
  reason: 'other',
  note: 'もう一度判定したところ「通常」でした。確かめるものはもうありません。/ Judged once more it was ordinary: nothing to see any more.',
};

/** A mail of a case 判定不能 that was judged once more. */
export interface JudgedAfterAll {
  readonly mailId: MailId;
  readonly at: Date; // of the verdict
  readonly surfaced: Surfaced | null; // null: it is ordinary, or came another time before
}

/**
 * The case stays, with its number and all that was written to it: it shows what was found in its mail now, or is closed when that is
 * nothing. What somebody decided meanwhile stands.
 */
export async function judgeCases(tx: Db, judged: readonly JudgedAfterAll[]): Promise<void> {
  if (judged.length === 0) return;
  const rows = await tx
    .select({ mailId: caseMail.mailId, id: caseFile.id, status: caseFile.status })
    .from(caseMail)
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .where(
      and(
        anyOf(
          caseMail.mailId,
          judged.map(({ mailId }) => mailId),
        ),
        eq(caseFile.kind, 'unreadable'),
      ),
    )
    .orderBy(asc(caseFile.id))
    .for('update');
  for (const { mailId, id, status } of rows) {
    const { at, surfaced } = judged.find((one) => one.mailId === mailId)!;
    if (surfaced !== null) await show(tx, id, surfaced);
    else if (status === 'open') await close(tx, id, at);
  }
}

async function show(tx: Db, id: CaseId, { thread, band, worry, display, foundActs }: Surfaced): Promise<void> {
  await tx
    .update(caseFile)
    .set({
      kind: 'mail',
      thread,
      band,
      worry,
      counterparty: clean(display.counterparty),
      ...(await foundIn(tx, eq(caseMail.caseId, id))),
      foundActs: [...foundActs],
      ...shownOf(display),
    })
    .where(eq(caseFile.id, id));
}

async function close(tx: Db, id: CaseId, at: Date): Promise<void> {
  await tx
    .update(caseFile)
    .set({ status: 'dismissed', decidedBy: BY_ITSELF, decidedAt: at })
    .where(eq(caseFile.id, id));
  await tx.insert(decision).values({ caseId: id, decision: NOTHING_LEFT, by: BY_ITSELF, at });
}
