import { and, arrayContains, count, eq, gte, sql, sum } from 'drizzle-orm';
import type { Band } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { mail, tally, verdict } from '../schema/core.ts';
import { verdictCount } from '../schema/jobs.ts';
import { received } from './handed-in.ts';

/** How many verdicts there are; every delivery counts. */
export async function verdictCounts(db: Db): Promise<Record<Band | 'unreadable', number>> {
  const counts = { ordinary: 0, grey: 0, review: 0, urgent: 0, unreadable: 0 };
  for (const table of [verdictCount, tally]) {
    const rows = await db
      .select({ band: table.band, mails: sum(table.mails).mapWith(Number) })
      .from(table)
      .groupBy(table.band);
    for (const { band, mails } of rows) counts[band as keyof typeof counts] += mails;
  }
  return counts;
}

/** Mails judged in the last 30 days that are in no language with a judge. */
export async function foreignMails(db: Db, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const [row] = await db
    .select({ mails: count() })
    .from(verdict)
    .where(and(gte(verdict.screenedAt, since), arrayContains(verdict.warnings, ['foreign'])));
  return row!.mails;
}

/** How many mails of sources were judged, counted to `most`: a page asks each time, whatever the store has grown to. */
export async function judgedUpTo(db: Db, most: number): Promise<number> {
  const kept = db
    .select({ one: sql`1`.as('one') })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .where(received)
    .limit(most)
    .as('kept');
  const [row] = await db.select({ mails: count() }).from(kept);
  const [gone] = await db.select({ mails: sql<number>`coalesce(sum(${tally.mails}), 0)`.mapWith(Number) }).from(tally);
  return Math.min(most, row!.mails + gone!.mails);
}

/** Whether a mail of a source was ever judged; counts nothing, so that a page may ask each time. */
export async function wasAnyJudged(db: Db): Promise<boolean> {
  const one = { one: sql<number>`1` };
  const kept = await db.select(one).from(verdict).innerJoin(mail, eq(mail.id, verdict.mailId)).where(received).limit(1);
  return kept.length > 0 || (await db.select(one).from(tally).limit(1)).length > 0;
}
