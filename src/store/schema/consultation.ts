import { index, text } from 'drizzle-orm/pg-core';
import type { Channel } from '../../cases/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** What someone handed in, in their own words; its case says what became of it. */
export const report = komainu.table(
  'report',
  {
    id: text('id').primaryKey(), // random: a number would tell how many others there are
    caseId: rowId('case_id')
      .notNull()
      .unique()
      .references(() => caseFile.id),
    reporter: text('reporter').references(() => user.id, { onDelete: 'set null' }),
    reporterName: text('reporter_name').notNull(), // as shown at that time
    channel: text('channel').$type<Channel>().notNull(),
    happenedAt: time('happened_at'), // null: a mail says so itself
    otherSide: text('other_side').notNull(),
    words: text('words').notNull(),
    wish: text('wish').notNull(),
    handedInAt: time('handed_in_at').notNull(),
    seenAt: time('seen_at'), // when someone who decides first looked at it; null: nobody yet
  },
  (t) => [index('report_reporter').on(t.reporter, t.handedInAt)],
);

/** What a reporter added later. */
export const reportNote = komainu.table(
  'report_note',
  {
    id: serialId('id').primaryKey(),
    reportId: text('report_id')
      .notNull()
      .references(() => report.id),
    words: text('words').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('report_note_report').on(t.reportId)],
);
