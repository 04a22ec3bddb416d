import { and, asc, count, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { FoundLater, PastRow, PastRunId, PersonId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { pastMail, pastRun } from '../schema/past.ts';
import { columnsOfMail } from './mails.ts';

/** Asked once more, these are looked at again: other dictionaries may be in force, or another person ask. */
const AGAIN = ['ordinary', 'named', 'gone'] as const;

/**
 * Somebody wants cases of the mails that a comparison has found newly.
 *
 * @returns false when there is no such comparison, it is not done, or it was asked already and is being worked at
 */
export async function askForCases(
  tx: Db,
  id: PastRunId,
  { by, person, at }: { readonly by: string; readonly person: PersonId | null; readonly at: Date },
): Promise<boolean> {
  const asked = await tx
    .update(pastRun)
    .set({ later: 'asked', laterBy: clean(by), laterPerson: person, trouble: null, changedAt: at })
    .where(
      and(
        eq(pastRun.id, id),
        eq(pastRun.state, 'done'),
        eq(pastRun.kind, 'backtest'),
        eq(pastRun.over, 'mailbox'),
        or(isNull(pastRun.later), ne(pastRun.later, 'asked')),
      ),
    )
    .returning({ id: pastRun.id });
  if (asked.length === 0) return false;
  await tx
    .update(pastMail)
    .set({ later: null })
    .where(and(eq(pastMail.run, id), inArray(pastMail.later, [...AGAIN])));
  return true;
}

/** Mails of a run of which nobody has made a case yet, nor found why not. */
export const mailsForCases = (db: Db, id: PastRunId): Promise<PastRow[]> =>
  db
    .select(columnsOfMail)
    .from(pastMail)
    .where(and(eq(pastMail.run, id), isNull(pastMail.later)))
    .orderBy(asc(pastMail.n));

/** What came of a mail; whoever was first is believed. */
export async function noteFoundLater(tx: Db, id: PastRunId, n: number, later: FoundLater): Promise<void> {
  await tx
    .update(pastMail)
    .set({ later })
    .where(and(eq(pastMail.run, id), eq(pastMail.n, n), isNull(pastMail.later)));
}

/** All that was asked for is done; or it cannot go on, and why: then a person asks again. */
export async function endCasesLater(db: Db, id: PastRunId, at: Date, trouble: string | null): Promise<void> {
  await db
    .update(pastRun)
    .set({ later: 'done', trouble: trouble === null ? null : clean(trouble), changedAt: at })
    .where(and(eq(pastRun.id, id), eq(pastRun.later, 'asked')));
}

/** How many mails of a run came to what. */
export async function foundLaterCounts(db: Db, id: PastRunId): Promise<Readonly<Record<FoundLater, number>>> {
  const rows = await db
    .select({ later: pastMail.later, mails: count() })
    .from(pastMail)
    .where(eq(pastMail.run, id))
    .groupBy(pastMail.later);
  const counts = { opened: 0, known: 0, ordinary: 0, named: 0, gone: 0, old: 0 };
  for (const { later, mails } of rows) if (later !== null) counts[later] = mails;
  return counts;
}
