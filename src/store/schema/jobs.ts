import { bigint, index, integer, text } from 'drizzle-orm/pg-core';
import type { MailId } from '../../cases/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { komainu, mail } from './core.ts';

/**
 * What goes first: mails that came as we watched, or what has waited longer; what may take minutes goes beside both. Each is a queue of its
 * own.
 */
export type Lane = 'screen' | 'backlog' | 'slow';

/** Which job of the queue carries a waiting mail: one at a time, until the mail has its verdict. */
export const screenJob = komainu.table(
  'screen_job',
  {
    mailId: rowId('mail_id')
      .$type<MailId>()
      .primaryKey()
      .references(() => mail.id, { onDelete: 'cascade' }),
    job: text('job').notNull(), // its key in the queue: mail-7, or that of a batch
    lane: text('lane').$type<Lane>().notNull(),
    tried: integer('tried').notNull().default(0), // attempts that another job has made
  },
  (t) => [index('screen_job_job').on(t.job)],
);

/** An attempt to screen a mail that failed. Outlives the queue's own memory of it. */
export const failure = komainu.table(
  'failure',
  {
    id: serialId('id').primaryKey(),
    mailId: rowId('mail_id')
      .$type<MailId>()
      .notNull()
      .references(() => mail.id),
    attempt: integer('attempt').notNull(),
    code: text('code').notNull(),
    message: text('message').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('failure_mail').on(t.mailId)],
);

/**
 * Verdicts that are there, counted by quarter of an hour (every time zone begins its days at one) as triggers add to it: several rows may speak
 * of the same, so that nobody who writes waits for another. Mails that were handed in are not counted.
 */
export const verdictCount = komainu.table(
  'verdict_count',
  {
    quarter: time('quarter').notNull(), // its beginning
    band: text('band').notNull(), // or unreadable
    mails: integer('mails').notNull(), // fewer than 0: verdicts that went
  },
  (t) => [index('verdict_count_quarter').on(t.quarter, t.band, t.mails)], // to be counted from the index alone
);

/** What was done to a mail in its mailbox, so that it can be undone; folder and uid are those it has while it is marked. */
export const mark = komainu.table('mark', {
  mailId: rowId('mail_id')
    .$type<MailId>()
    .primaryKey()
    .references(() => mail.id),
  state: text('state').$type<'marked' | 'unmarked' | 'gone' | 'refused'>().notNull(),
  folder: text('folder'),
  uidValidity: bigint('uid_validity', { mode: 'bigint' }),
  uid: bigint('uid', { mode: 'number' }),
  at: time('at').notNull(),
});
