import { and, asc, count, eq, exists, getTableColumns, inArray, lt, not, type SQL, sql } from 'drizzle-orm';
import type { MailId } from '../../cases/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import type { Db } from '../engine/db.ts';
import { isLarge, isLiving } from '../schema/columns.ts';
import { mail, source } from '../schema/core.ts';
import { type Lane, screenJob } from '../schema/jobs.ts';
import { type StoredMail, storedMail } from './mails.ts';

/** A mail without verdict that no job carries. */
export interface UnassignedMail {
  readonly id: MailId;
  readonly source: string; // or its folder
  readonly size: number; // bytes
  readonly living: boolean;
}

/** A job of the queue; its mails are in the store. */
export interface ScreenJob {
  readonly job: string;
  readonly lane: Lane;
  readonly tried: number; // attempts that another job has made
}

export interface NewScreenJob extends ScreenJob {
  readonly mails: readonly MailId[];
}

/** How many mails of each lane have a job. */
export type Assigned = Readonly<Record<Lane, number>>;

/** Says which mails go into which job, of those that no job carries: the living, all and the large; each takes sources in turn. */
export type Assign = (
  found: {
    readonly living: readonly UnassignedMail[]; // not large
    readonly all: readonly UnassignedMail[]; // not large
    readonly large: readonly UnassignedMail[];
  },
  assigned: Assigned,
) => readonly NewScreenJob[];

/**
 * Puts mails into jobs, one process at a time, so that no mail gets into two. The queue is told afterwards; should that not come
 * about, `standingJobs` still knows them.
 *
 * @param perSource living mails of one source that are looked at
 */
export function assignJobs(
  db: Db,
  { limit, perSource }: { readonly limit: number; readonly perSource: number },
  assign: Assign,
): Promise<readonly ScreenJob[]> {
  return db.transaction(async (tx) => {
    await takeAdvisoryLock(tx, 'jobs', '');
    const small = sql`not (${isLarge(mail)})`;
    const living = await unassigned(tx, and(isLiving(mail), small)!, { limit, perSource });
    const all = await unassigned(tx, and(eq(mail.waiting, true), small)!, { limit, perSource: limit });
    const large = await unassigned(tx, isLarge(mail), { limit, perSource: limit });
    if (all.length === 0 && large.length === 0) return [];
    const jobs = assign({ living, all, large }, await assignedMails(tx));
    const rows = jobs.flatMap(({ mails, ...job }) => mails.map((mailId) => ({ mailId, ...job })));
    if (rows.length > 0) await tx.insert(screenJob).values(rows);
    return jobs;
  });
}

/** The oldest of every source, then the second of every source, and so on. */
async function unassigned(
  tx: Db,
  which: SQL,
  { limit, perSource }: { readonly limit: number; readonly perSource: number },
): Promise<UnassignedMail[]> {
  const carried = tx.select({ one: sql`1` }).from(screenJob).where(eq(screenJob.mailId, mail.id));
  const first = tx
    .select({
      id: mail.id,
      source: mail.source,
      size: mail.size,
      living: sql<boolean>`${isLiving(mail)}`.as('living'),
      place: sql<number>`row_number() over (order by ${mail.id})`.as('place'),
    })
    .from(mail)
    .where(and(eq(mail.source, source.name), which, not(exists(carried))))
    .orderBy(asc(mail.id))
    .limit(perSource)
    .as('first');
  return tx
    .select({ id: first.id, source: first.source, size: first.size, living: first.living })
    .from(source)
    .crossJoinLateral(first)
    .orderBy(asc(first.place), asc(first.id))
    .limit(limit);
}

async function assignedMails(tx: Db): Promise<Assigned> {
  const rows = await tx.select({ lane: screenJob.lane, mails: count() }).from(screenJob).groupBy(screenJob.lane);
  const assigned = { screen: 0, backlog: 0, slow: 0 };
  for (const { lane, mails } of rows) assigned[lane] = mails;
  return assigned;
}

/** Every job that carries a mail, whatever the queue knows of it. What has its verdict is forgotten first. */
export async function standingJobs(db: Db): Promise<readonly ScreenJob[]> {
  const judged = db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.id, screenJob.mailId), eq(mail.waiting, false)));
  await db.delete(screenJob).where(exists(judged));
  return db
    .selectDistinct({ job: screenJob.job, lane: screenJob.lane, tried: screenJob.tried })
    .from(screenJob)
    .orderBy(asc(screenJob.job));
}

/** The mails of a job that wait for their verdict, in the order of their arrival. */
export async function mailsOfJob(db: Db, job: string): Promise<StoredMail[]> {
  const rows = await db
    .select(getTableColumns(mail))
    .from(screenJob)
    .innerJoin(mail, eq(mail.id, screenJob.mailId))
    .where(and(eq(screenJob.job, job), eq(mail.waiting, true)))
    .orderBy(asc(mail.receivedAt), asc(mail.id));
  return rows.map(storedMail);
}

/** Gives each of these mails of a batch a job of its own. @returns those jobs; a mail that is judged by now has none */
export async function setApart(
  db: Db,
  batch: string,
  { mails, tried }: { readonly mails: readonly MailId[]; readonly tried: number },
): Promise<readonly ScreenJob[]> {
  if (mails.length === 0) return [];
  return db
    .update(screenJob)
    .set({ job: sql`'mail-' || ${screenJob.mailId}`, tried })
    .where(and(eq(screenJob.job, batch), inArray(screenJob.mailId, [...mails])))
    .returning({ job: screenJob.job, lane: screenJob.lane, tried: screenJob.tried });
}

/**
 * Gives a mail of which an attempt failed a new job behind all others of the slow lane.
 *
 * @returns the job; none when the mail is judged by now, or somebody counted further
 */
export function tryLast(db: Db, mailId: MailId, tried: number): Promise<readonly ScreenJob[]> {
  return db
    .update(screenJob)
    .set({ job: `mail-${mailId}-${tried}`, lane: 'slow', tried })
    .where(and(eq(screenJob.mailId, mailId), lt(screenJob.tried, tried)))
    .returning({ job: screenJob.job, lane: screenJob.lane, tried: screenJob.tried });
}
