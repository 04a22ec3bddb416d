import { sql } from 'drizzle-orm';
import { boolean, index, integer, text } from 'drizzle-orm/pg-core';
import type {
  CaseId,
  Channel,
  ConsultationNote,
  DayPart,
  ForwardedId,
  HeldBecause,
  PersonId,
  RefusedBecause,
} from '../../cases/index.ts';
import { user } from './auth.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** What someone handed in, in their own words; its case says what became of it. */
export const consultation = komainu.table(
  'consultation',
  {
    id: text('id').primaryKey(), // random: a number would tell how many others there are
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .unique()
      .references(() => caseFile.id),
    reporter: text('reporter')
      .$type<PersonId>()
      .references(() => user.id, { onDelete: 'set null' }),
    reporterName: text('reporter_name').notNull(), // as shown at that time
    channel: text('channel').$type<Channel>().notNull(),
    happenedAt: time('happened_at'), // null: a mail says so itself
    happenedAbout: text('happened_about').$type<DayPart>(), // null: at that minute
    otherSide: text('other_side').notNull(),
    words: text('words').notNull(),
    wish: text('wish').notNull(),
    handedInAt: time('handed_in_at').notNull(),
    seenAt: time('seen_at'), // when someone who decides first looked at it; null: nobody yet
    readAt: time('read_at'), // when the reporter last looked at what was answered
  },
  (t) => [index('consultation_reporter').on(t.reporter, t.handedInAt)],
);

/** What was written later, by the reporter or to them. */
export const consultationNote = komainu.table(
  'consultation_note',
  {
    id: serialId('id').primaryKey(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => consultation.id),
    author: text('author').$type<ConsultationNote['author']>().notNull().default('reporter'),
    by: text('by').notNull().default(''), // name of who answers
    words: text('words').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('consultation_note_consultation').on(t.consultationId)],
);

/** A mail at the consultation address, so that it counts once, and what became of it. */
export const forwarded = komainu.table(
  'forwarded',
  {
    id: serialId('id').$type<ForwardedId>().primaryKey(),
    key: text('key').notNull().unique(), // of the same message, however often it comes
    source: text('source').notNull(),
    state: text('state').$type<'taken' | 'held' | 'rejected' | 'refused'>().notNull(),
    because: text('because').$type<HeldBecause | RefusedBecause>(), // null: it was taken at once
    confidential: boolean('confidential').notNull().default(false), // for the consultation desk alone
    sender: text('sender').notNull().default(''), // address; '' once nobody needs it
    senderName: text('sender_name').notNull().default(''),
    senderHash: text('sender_hash'), // by which a flood is known; null: of nobody in the company
    subject: text('subject').notNull().default(''), // while it is held
    receivedAt: time('received_at').notNull(),
    arrivedAt: time('arrived_at').notNull(), // here
    size: integer('size').notNull(), // bytes
    raw: bytea('raw'), // while it is held
    consultation: text('consultation'), // the first that was made of it
    receipt: text('receipt').$type<'none' | 'due' | 'sending' | 'sent'>().notNull().default('none'),
    decidedBy: text('decided_by'),
    decidedAt: time('decided_at'),
  },
  (t) => [
    index('forwarded_state').on(t.state, t.arrivedAt),
    index('forwarded_sender').on(t.senderHash, t.arrivedAt),
    index('forwarded_receipt').on(t.arrivedAt).where(sql`${t.receipt} in ('due', 'sending')`),
  ],
);
