import { count, notInArray, sum } from 'drizzle-orm';
import type { Band } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { tally, verdict } from '../schema/core.ts';
import { handedInMails } from './handed-in.ts';

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
