import { index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { time } from './columns.ts';
import { komainu } from './core.ts';

/** About what. */
export type NoticeKind =
  | 'urgent'
  | 'digest'
  | 'care'
  | 'reminder'
  | 'late'
  | 'due'
  | 'held'
  | 'added'
  | 'answer'
  | 'alarm';

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

/** By which secret this store is written: one row, from the first start on. */
export const secretPrint = komainu.table('secret_print', {
  id: integer('id').primaryKey(), // 1
  print: text('print').notNull(), // of the key outside the database
});

/** Processes that judge, and by what: each says so again and again while it runs. */
export const running = komainu.table('running', {
  id: text('id').primaryKey(), // of one process
  host: text('host').notNull(),
  dictionary: text('dictionary').notNull(), // version in force
  since: time('since').notNull(), // it is in force there
  seenAt: time('seen_at').notNull(),
});

/** Attempts of a window that runs, for all processes together. Keys are keyed hashes: whoever is a stranger leaves nothing to be read. */
export const attempt = komainu.table(
  'attempt',
  { key: text('key').primaryKey(), count: integer('count').notNull(), until: time('until').notNull() },
  (t) => [index('attempt_until').on(t.until)],
);

/** Wrong passwords of the last minutes, by account. */
export const wrongPassword = komainu.table(
  'wrong_password',
  { key: text('key').notNull(), at: time('at').notNull() },
  (t) => [index('wrong_password_key').on(t.key, t.at), index('wrong_password_at').on(t.at)],
);
