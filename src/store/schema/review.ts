import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type {
  CaseId,
  CommentId,
  DecisionId,
  Feedback,
  FeedbackId,
  MailId,
  PersonId,
  ViewId,
  WatchId,
} from '../../cases/index.ts';
import type { EntryId } from '../../detect/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, decision, komainu, mail } from './core.ts';

const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .references(() => caseFile.id);
const personId = () =>
  text('person')
    .$type<PersonId>()
    .references(() => user.id, { onDelete: 'cascade' });

/** Who is at a case. A row whose time is over means nothing and is taken over. */
export const claim = komainu.table(
  'claim',
  {
    caseId: caseId().primaryKey(),
    person: personId().notNull(),
    name: text('name').notNull(), // as shown to the others
    until: time('until').notNull(),
  },
  (t) => [index('claim_person').on(t.person)],
);

/** Claims that a lead took over: whoever had one is told until they have seen it. */
export const takeover = komainu.table(
  'takeover',
  {
    caseId: caseId().notNull(),
    person: personId().notNull(), // who was at the case before
    by: text('by').notNull(), // name of who took it over
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.person] })],
);

/** Cases a person does not want to be served. */
export const skip = komainu.table(
  'skip',
  {
    caseId: caseId().notNull(),
    person: personId().notNull(),
    at: time('at').notNull(),
    declined: boolean('declined').notNull().default(false), // not even when it is handed over to them
  },
  (t) => [primaryKey({ columns: [t.caseId, t.person] })],
);

/** Cases a person has opened lately: what is served next and when to rest. Kept for a day, shown to nobody else. */
export const exposure = komainu.table(
  'exposure',
  {
    person: personId().notNull(),
    caseId: caseId().notNull(),
    heavy: boolean('heavy').notNull(), // one of the worst
    at: time('at').notNull(), // when they opened it last
  },
  (t) => [
    primaryKey({ columns: [t.person, t.caseId] }),
    index('exposure_at').on(t.at),
    index('exposure_case').on(t.caseId),
  ],
);

/** What decisions teach: an entry that misfired, or a span that no entry found. */
export const feedback = komainu.table(
  'feedback',
  {
    id: serialId('id').$type<FeedbackId>().primaryKey(),
    caseId: caseId().notNull(),
    decisionId: rowId('decision_id')
      .$type<DecisionId>()
      .references(() => decision.id), // null: somebody suggested it without deciding
    kind: text('kind').$type<Feedback['kind']>().notNull(),
    entry: text('entry').$type<EntryId>(),
    mailId: rowId('mail_id')
      .$type<MailId>()
      .references(() => mail.id),
    part: text('part').$type<(Feedback & { kind: 'missed' })['part']>(),
    start: integer('start_at'), // UTF-16 units of the part
    end: integer('end_at'),
    words: text('words'), // as written; mail text
    by: text('by').notNull(),
    at: time('at').notNull(),
    handled: text('handled').$type<'changed' | 'dropped'>(), // in the dictionaries, or nothing is to be done; null: nobody has yet
    handledBy: text('handled_by'),
    handledAt: time('handled_at'),
  },
  (t) => [
    index('feedback_case').on(t.caseId),
    index('feedback_entry').on(t.entry),
    index('feedback_decision').on(t.decisionId),
    index('feedback_mail').on(t.mailId).where(sql`${t.mailId} is not null`),
    check('feedback_kind', sql`(${t.kind} = 'misfire') = (${t.entry} is not null)`),
  ],
);

/** How a person wants the review app; what nobody chose has no row. */
export const preference = komainu.table('preference', {
  person: personId().primaryKey(),
  maskAll: boolean('mask_all').notNull(), // hide every word that counted, not only the painful ones
  keys: boolean('keys').notNull(), // single keys do something
  dailyCap: integer('daily_cap'), // cases a day after which they want to rest; null: the company's
  guideClosed: boolean('guide_closed').notNull().default(false), // the first steps are no longer offered to them
});

/** Filters of the list that a person has given a name. */
export const savedView = komainu.table(
  'saved_view',
  {
    id: serialId('id').$type<ViewId>().primaryKey(),
    person: personId().notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(), // of the list, in the review app
  },
  (t) => [unique('saved_view_name').on(t.person, t.name)],
);

/** What people wrote to a case without deciding it. */
export const comment = komainu.table(
  'comment',
  {
    id: serialId('id').$type<CommentId>().primaryKey(),
    caseId: caseId().notNull(),
    person: text('person').$type<PersonId>(), // null: a program or a command
    by: text('by').notNull(), // name, as shown at that time
    words: text('words').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('comment_case').on(t.caseId)],
);

/** Whom a comment mentions. */
export const mention = komainu.table(
  'mention',
  {
    commentId: rowId('comment_id')
      .$type<CommentId>()
      .notNull()
      .references(() => comment.id),
    person: personId().notNull(),
    seenAt: time('seen_at'), // null: they have not seen it yet
  },
  (t) => [primaryKey({ columns: [t.commentId, t.person] }), index('mention_person').on(t.person, t.seenAt)],
);

/** Senders whose new mails are surfaced whatever their score, until a time. */
export const senderWatch = komainu.table('sender_watch', {
  id: serialId('id').$type<WatchId>().primaryKey(),
  senderHash: text('sender_hash').notNull().unique(), // as verdicts have it
  address: text('address').notNull(), // as people see it
  by: text('by').notNull(), // name
  since: time('since').notNull(),
  until: time('until').notNull(), // not included
});
