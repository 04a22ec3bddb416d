import { date, index, text } from 'drizzle-orm/pg-core';
import type { CaseId } from '../../cases/index.ts';
import type { Day, ExpertId, ExpertKind, ExpertRequestId, Handed } from '../../response/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** People outside. One that has ended stays, for what they were asked. */
export const expert = komainu.table('expert', {
  id: serialId('id').$type<ExpertId>().primaryKey(),
  kind: text('kind').$type<ExpertKind>().notNull(),
  name: text('name').notNull(),
  contact: text('contact').notNull(),
  by: text('by').notNull(), // who wrote it down
  at: time('at').notNull(),
  endedAt: time('ended_at'), // null: still asked
});

/** That one of them was asked about a case, and what they were given. */
export const expertRequest = komainu.table(
  'expert_request',
  {
    id: serialId('id').$type<ExpertRequestId>().primaryKey(),
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    expertId: rowId('expert_id')
      .$type<ExpertId>()
      .notNull()
      .references(() => expert.id),
    question: text('question').notNull(),
    handed: text('handed').$type<Handed>().notNull(),
    due: date('due', { mode: 'string' }).$type<Day>(), // of the company's calendar; null: there is no hurry
    by: text('by').notNull(),
    at: time('at').notNull(),
    answer: text('answer'), // null: none yet
    answeredBy: text('answered_by'), // who wrote it down
    answeredAt: time('answered_at'),
  },
  (t) => [index('expert_request_case').on(t.caseId), index('expert_request_due').on(t.answeredAt, t.due)],
);
