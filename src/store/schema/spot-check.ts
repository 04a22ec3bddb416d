import { boolean, doublePrecision, index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseStatus, MailId, PersonId, SpotAnswer, SpotId, Stratum } from '../../cases/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { komainu, mail } from './core.ts';

/** What a case would show of a mail, as long as its text is kept. */
export interface SpotDisplay {
  readonly from: string;
  readonly subject: string;
  readonly counterparty: string;
}

/**
 * Ordinary mails that the coin kept, to be read by people, and mails of decided cases that are read once more among them. What is left of
 * one when its text is gone are numbers.
 */
export const spotCheck = komainu.table(
  'spot_check',
  {
    id: serialId('id').$type<SpotId>().primaryKey(),
    mailId: rowId('mail_id')
      .$type<MailId>()
      .unique('spot_check_mail')
      .references(() => mail.id, { onDelete: 'set null' }), // null: its verdict is gone, too
    stratum: text('stratum').$type<Stratum | 'decided'>().notNull(),
    chance: doublePrecision('chance').notNull(), // with which it was kept
    place: doublePrecision('place').notNull(), // in which order mails are read
    drawnAt: time('drawn_at').notNull(),
    until: time('until').notNull(), // its text is kept, unless it has become a case
    kept: boolean('kept').notNull().default(true), // its text is there
    senderHash: text('sender_hash'), // keyed; null without text
    display: jsonb('display').$type<SpotDisplay>(), // null without text, and of decided ones
    outcome: text('outcome').$type<Extract<CaseStatus, 'approved' | 'dismissed'>>(), // of a decided one: how its case stood; of others: how it stood when it was deleted
  },
  (t) => [index('spot_check_place').on(t.kept, t.place), index('spot_check_drawn').on(t.drawnAt)],
);

/** Who opened which of them, and what they said. */
export const spotReading = komainu.table(
  'spot_reading',
  {
    spotId: rowId('spot_id')
      .$type<SpotId>()
      .notNull()
      .references(() => spotCheck.id, { onDelete: 'cascade' }),
    person: text('person')
      .$type<PersonId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    openedAt: time('opened_at').notNull(),
    answer: text('answer').$type<SpotAnswer>(), // null: not yet
    answeredAt: time('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.spotId, t.person] }), index('spot_reading_person').on(t.person, t.openedAt)],
);
