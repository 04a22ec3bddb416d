import { date, index, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseId } from '../../cases/index.ts';
import type { CarePoint, CareState, Day, FollowUpId } from '../../response/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .references(() => caseFile.id);

/** What was seen to for the person concerned. A point without a row is open. */
export const carePoint = komainu.table(
  'care_point',
  {
    caseId: caseId().notNull(),
    point: text('point').$type<CarePoint>().notNull(),
    state: text('state').$type<CareState>().notNull(),
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.point] })],
);

/** Days on which somebody asks the person concerned how they are. */
export const followUp = komainu.table(
  'follow_up',
  {
    id: serialId('id').$type<FollowUpId>().primaryKey(),
    caseId: caseId().notNull(),
    due: date('due', { mode: 'string' }).$type<Day>().notNull(), // of the company's calendar
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: time('at').notNull(),
    doneBy: text('done_by'), // null until somebody asked
    doneAt: time('done_at'),
  },
  (t) => [index('follow_up_case').on(t.caseId), index('follow_up_due').on(t.doneAt, t.due)],
);

/** What keeps it from happening again. */
export const recurrence = komainu.table('recurrence', {
  caseId: caseId().primaryKey(),
  note: text('note').notNull(),
  by: text('by').notNull(),
  at: time('at').notNull(),
});
