import { and, asc, eq, gt, lte, notInArray, sql } from 'drizzle-orm';
import type { Band } from '../../detect/index.ts';
import type { Db } from '../engine/db.ts';
import { handedInMails, received } from '../mails/handed-in.ts';
import { mail, verdict } from '../schema/core.ts';
import { failure } from '../schema/jobs.ts';

/** What was done in a stretch of time, for counting. */
export interface Activity {
  readonly verdicts: readonly { readonly band: Band | null; readonly foreign: boolean; readonly seconds: number }[]; // from stored to judged
  readonly failures: readonly { readonly code: string }[];
}

/** Verdicts and failed attempts of the time after `after` up to `until`, by whichever process. */
export async function activity(db: Db, { after, until }: { after: Date; until: Date }): Promise<Activity> {
  const verdicts = await db
    .select({
      band: verdict.band,
      foreign: sql<boolean>`'foreign' = any(${verdict.warnings})`,
      seconds: sql<number>`extract(epoch from ${verdict.screenedAt} - ${mail.storedAt})`.mapWith(Number),
    })
    .from(verdict)
    .innerJoin(mail, eq(mail.id, verdict.mailId))
    .where(and(gt(verdict.screenedAt, after), lte(verdict.screenedAt, until), received))
    .orderBy(asc(verdict.screenedAt));
  const failures = await db
    .select({ code: failure.code })
    .from(failure)
    .where(and(gt(failure.at, after), lte(failure.at, until), notInArray(failure.mailId, handedInMails(db))));
  return { verdicts, failures };
}
