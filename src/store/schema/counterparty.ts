import { bigint, date, index, integer, jsonb, text } from 'drizzle-orm/pg-core';
import type { CaseId, CounterpartyId } from '../../cases/index.ts';
import type { Contact, CounterpartyKind, Day, TalkAnswer, TalkId, TalkWay } from '../../response/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** Companies and people on the other side, as the company itself writes them down. */
export const counterparty = komainu.table('counterparty', {
  id: serialId('id').$type<CounterpartyId>().primaryKey(),
  kind: text('kind').$type<CounterpartyKind>().notNull(),
  name: text('name').notNull(),
  postal: text('postal').notNull(), // as it stands on a letter
  contacts: jsonb('contacts').$type<readonly Contact[]>().notNull(),
  clauseAgreedOn: date('clause_agreed_on', { mode: 'string' }).$type<Day>(), // null: no clause is on file
  clauseDocument: text('clause_document').notNull(),
  clauseNotedAt: time('clause_noted_at'), // when these two were written down, and by whom
  clauseNotedBy: text('clause_noted_by'),
  capital: bigint('capital', { mode: 'number' }), // yen
  staff: integer('staff'),
  notes: text('notes').notNull(),
  by: text('by').notNull(), // who changed it last
  at: time('at').notNull(),
  version: integer('version').notNull().default(1), // counts changes: of two at one time the second is told
});

const counterpartyId = () =>
  rowId('counterparty_id')
    .$type<CounterpartyId>()
    .notNull()
    .references(() => counterparty.id);

/** The domains and addresses by which a counterparty writes; each belongs to one. */
export const counterpartySender = komainu.table(
  'counterparty_sender',
  { sender: text('sender').primaryKey(), counterpartyId: counterpartyId() },
  (t) => [index('counterparty_sender_counterparty').on(t.counterpartyId)],
);

/** Cases that a person put to a counterparty: a call has no sender, and a person knows better than a domain. */
export const counterpartyCase = komainu.table(
  'counterparty_case',
  {
    caseId: rowId('case_id')
      .$type<CaseId>()
      .primaryKey()
      .references(() => caseFile.id),
    counterpartyId: counterpartyId(),
    by: text('by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('counterparty_case_counterparty').on(t.counterpartyId)],
);

/** That a counterparty was asked for talks about prices or terms, and what it answered. */
export const talk = komainu.table(
  'talk',
  {
    id: serialId('id').$type<TalkId>().primaryKey(),
    counterpartyId: counterpartyId(),
    asked: date('asked', { mode: 'string' }).$type<Day>().notNull(),
    who: text('who').notNull(), // of ours, who asked
    way: text('way').$type<TalkWay>().notNull(),
    words: text('words').notNull(),
    due: date('due', { mode: 'string' }).$type<Day>().notNull(),
    by: text('by').notNull(), // who wrote it down
    at: time('at').notNull(),
    answer: text('answer').$type<TalkAnswer>(), // null: it waits
    answered: date('answered', { mode: 'string' }).$type<Day>(),
    answerWords: text('answer_words').notNull().default(''),
    answeredBy: text('answered_by'),
    answeredAt: time('answered_at'),
  },
  (t) => [index('talk_counterparty').on(t.counterpartyId)],
);
