import { boolean, date, index, jsonb, text } from 'drizzle-orm/pg-core';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type {
  CooperationDirection,
  CooperationId,
  Day,
  DisclosureId,
  DisclosureOutcome,
  DisclosureRole,
  DisclosureSubject,
  DisclosureWant,
  ErasedKept,
  LetterId,
  MeasureId,
  ObjectionEffect,
  ObjectionId,
  ObjectionMailId,
  ReferralId,
} from '../../response/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';
import { letter } from './letters.ts';
import { measure } from './measure.ts';

const day = (name: string) => date(name, { mode: 'string' }).$type<Day>(); // of the company's calendar
const person = (name: string) => text(name).$type<PersonId>();
const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .references(() => caseFile.id);

/** What a company that was told of something says against it. One person writes the answer, a second one gives it. */
export const objection = komainu.table(
  'objection',
  {
    id: serialId('id').$type<ObjectionId>().primaryKey(),
    caseId: caseId(), // null: against the declaration, or what we do in general
    letterId: rowId('letter_id')
      .$type<LetterId>()
      .references(() => letter.id), // null: not against a letter
    measureId: rowId('measure_id')
      .$type<MeasureId>()
      .references(() => measure.id), // null: not against a measure
    from: text('from_whom').notNull(),
    words: text('words').notNull(),
    received: day('received').notNull(),
    due: day('due').notNull(),
    by: text('by').notNull(), // who wrote it down
    at: time('at').notNull(),
    assignedPerson: person('assigned_person'), // null: nobody's yet
    assignedName: text('assigned_name'),
    effect: text('effect').$type<ObjectionEffect>(), // null: no answer was written yet
    reasons: text('reasons'),
    draftedBy: text('drafted_by'),
    draftedPerson: person('drafted_person'),
    draftedAt: time('drafted_at'),
    returnNote: text('return_note'), // why the second person gave the last answer back; null: they did not
    answeredBy: text('answered_by'), // null: not answered
    answeredPerson: person('answered_person'),
    answeredAt: time('answered_at'),
    placed: boolean('placed').notNull().default(true), // false: it came as a mail, and nobody has said to what it is
    asideBy: text('aside_by'), // null: it is an objection or a question; '' was an automatic mail
    asideAt: time('aside_at'),
  },
  (t) => [
    index('objection_case').on(t.caseId),
    index('objection_due').on(t.answeredAt, t.due),
    index('objection_letter').on(t.letterId),
    index('objection_measure').on(t.measureId),
  ],
);

/** A mail to the mailbox for objections, with every byte: it is never judged, and in no case by itself. */
export const objectionMail = komainu.table(
  'objection_mail',
  {
    id: serialId('id').$type<ObjectionMailId>().primaryKey(),
    objectionId: rowId('objection_id')
      .$type<ObjectionId>()
      .notNull()
      .references(() => objection.id, { onDelete: 'cascade' }),
    key: text('key').notNull().unique(), // of the same message, however often it comes
    source: text('source').notNull(),
    sender: text('sender').notNull(), // address; '' when unknown
    messageIdHash: text('message_id_hash'), // keyed
    words: text('words').notNull(),
    automatic: boolean('automatic').notNull(), // a machine sent it, or it came back
    receivedAt: time('received_at').notNull(),
    raw: bytea('raw').notNull(),
  },
  (t) => [
    index('objection_mail_objection').on(t.objectionId),
    index('objection_mail_message').on(t.messageIdHash),
    index('objection_mail_sender').on(t.sender),
  ],
);

/** That a justified complaint was passed on to whoever can better the service: to which team, in a word without names. */
export const referral = komainu.table(
  'referral',
  {
    id: serialId('id').$type<ReferralId>().primaryKey(),
    caseId: caseId(), // null: of no case, or it is gone; then its words are empty
    objectionId: rowId('objection_id')
      .$type<ObjectionId>()
      .references(() => objection.id, { onDelete: 'cascade' }), // null: not from an objection
    team: text('team').notNull(),
    words: text('words').notNull(),
    by: text('by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    index('referral_case').on(t.caseId),
    index('referral_objection').on(t.objectionId),
    index('referral_at').on(t.at),
  ],
);

/** That another employer asked us to help with the facts, or that we asked them. */
export const cooperation = komainu.table(
  'cooperation',
  {
    id: serialId('id').$type<CooperationId>().primaryKey(),
    direction: text('direction').$type<CooperationDirection>().notNull(),
    caseId: caseId(), // null: none, or it is gone
    company: text('company').notNull(),
    contact: text('contact').notNull(),
    words: text('words').notNull(), // what was asked
    asked: day('asked').notNull(), // when it came, or went out
    due: day('due').notNull(),
    by: text('by').notNull(), // who wrote it down
    at: time('at').notNull(),
    answer: text('answer'), // null: none yet
    answered: day('answered'), // when ours went out, or theirs came
    answeredBy: text('answered_by'),
    answeredAt: time('answered_at'),
  },
  (t) => [index('cooperation_case').on(t.caseId), index('cooperation_due').on(t.answeredAt, t.due)],
);

/** What somebody asks about what is kept of them. One person writes the answer, a second one gives it. */
export const disclosure = komainu.table(
  'disclosure',
  {
    id: serialId('id').$type<DisclosureId>().primaryKey(),
    from: text('from_whom').notNull(),
    role: text('role').$type<DisclosureRole>().notNull(),
    identity: text('identity').notNull(),
    wants: text('wants').array().$type<readonly DisclosureWant[]>().notNull(),
    words: text('words').notNull(),
    received: day('received').notNull(),
    due: day('due').notNull(),
    by: text('by').notNull(), // who wrote it down
    at: time('at').notNull(),
    outcome: text('outcome').$type<DisclosureOutcome>(), // null: no answer was written yet
    answer: text('answer'),
    draftedBy: text('drafted_by'),
    draftedPerson: person('drafted_person'),
    draftedAt: time('drafted_at'),
    answeredDay: day('answered_day'), // null: not answered
    answeredBy: text('answered_by'),
    answeredAt: time('answered_at'),
    subject: jsonb('subject').$type<DisclosureSubject>(), // null: nobody has said of whom what is kept is meant
    erased: jsonb('erased').$type<ErasedKept>(), // what was deleted because of it, without a word of it; null: nothing, as the two below
    erasedBy: text('erased_by'),
    erasedAt: time('erased_at'),
  },
  (t) => [index('disclosure_due').on(t.answeredAt, t.due)],
);
