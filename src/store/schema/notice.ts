import { integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { time } from './columns.ts';
import { komainu } from './core.ts';

/** About what. */
export type NoticeKind = 'urgent' | 'digest' | 'care' | 'reminder' | 'late' | 'due' | 'held' | 'answer' | 'alarm';

/** What a channel was told. An unread case is not told twice, except once more when it becomes urgent. */
export const notice = komainu.table(
  'notice',
  {
    channel: text('channel').notNull(),
    subject: text('subject').notNull(), // a case's id, with a day for its care, or step and start of its clock, or what is due, or an alarm
    kind: text('kind').$type<NoticeKind>().notNull(),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.subject, t.kind] })],
);

/** How each channel is. */
export const channel = komainu.table('channel', {
  name: text('name').primaryKey(),
  trouble: text('trouble'), // null when well
  troubleSince: time('trouble_since'),
  lastToldAt: time('last_told_at'),
});

/** When the clock was believed last: a row, so that a jump ahead shows. */
export const clock = komainu.table('clock', {
  id: integer('id').primaryKey(), // 1
  seenAt: time('seen_at').notNull(),
});
