import { index, integer, text } from 'drizzle-orm/pg-core';
import type { MailId } from '../../cases/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { komainu, mail } from './core.ts';

/** What goes first: mails that came as we watched, or what has waited longer. Each is a queue of its own. */
export type Lane = 'screen' | 'backlog';

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
