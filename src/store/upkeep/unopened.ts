import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { RetentionDays } from '../../cases/index.ts';
import { isFolded } from '../cases/folded.ts';
import type { Db } from '../engine/db.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';
import { reading } from '../schema/reading.ts';
import { daysBefore } from './by-age.ts';

/** Mails in rows of what nobody can open, whoever saw them. One that was approved, or is on hold, is kept as its case is. */
const due = (db: Db, days: RetentionDays, now: Date) =>
  db
    .select({ id: mail.id })
    .from(mail)
    .innerJoin(caseMail, eq(caseMail.mailId, mail.id))
    .innerJoin(caseFile, eq(caseFile.id, caseMail.caseId))
    .innerJoin(verdict, eq(verdict.mailId, mail.id))
    .where(
      and(
        isFolded,
        isNotNull(mail.raw),
        inArray(caseFile.status, ['open', 'dismissed']),
        isNull(caseFile.heldBy),
        lt(verdict.screenedAt, daysBefore(now, days.unopenedDays)),
      ),
    );

/** How many `purgeUnopened` would delete now. */
export const countUnopened = (db: Db, days: RetentionDays, now: Date): Promise<number> =>
  db.$count(due(db, days, now).as('due'));

/** Deletes their originals. The row stays, with what was decided and why its mails could not be opened. */
export async function purgeUnopened(tx: Db, days: RetentionDays, now: Date, most: number): Promise<number> {
  const found = await due(tx, days, now).limit(most).for('update', { skipLocked: true });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.update(mail).set({ raw: null }).where(inArray(mail.id, ids));
  await tx.delete(reading).where(inArray(reading.mailId, ids));
  return ids.length;
}
