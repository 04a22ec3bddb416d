import { index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { ClockStep, Level, RuleKind } from '../../response/index.ts';
import { rowId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .references(() => caseFile.id);

/** Rules of the company, each version for ever: what was in force on a day can be shown later. */
export const ruleVersion = komainu.table(
  'rule_version',
  {
    kind: text('kind').$type<RuleKind>().notNull(),
    version: integer('version').notNull(), // from 1
    rules: jsonb('rules').notNull(),
    by: text('by').notNull(),
    person: text('person').$type<PersonId>(), // null: shipped
    at: time('at').notNull(), // in force from then on
  },
  (t) => [primaryKey({ columns: [t.kind, t.version] })],
);

/** What the clocks of a case were made of, so that one that has changed is found; and when somebody who decides looked at it last. */
export const caseEscalation = komainu.table('case_escalation', {
  caseId: caseId().primaryKey(),
  facts: text('facts').notNull().default(''),
  lookedAt: time('looked_at'), // null: nobody yet
});

/** By when a step of a case is to be done. Made from the case, and made anew when it changes; those that ended stay. */
export const caseClock = komainu.table(
  'case_clock',
  {
    caseId: caseId().notNull(),
    step: text('step').$type<ClockStep>().notNull(),
    startedAt: time('started_at').notNull(),
    level: text('level').$type<Level>().notNull(),
    version: integer('version').notNull(), // of the matrix
    remindAt: time('remind_at').notNull(),
    dueAt: time('due_at').notNull(),
    endedAt: time('ended_at'), // null: it runs
  },
  (t) => [primaryKey({ columns: [t.caseId, t.step, t.startedAt] }), index('case_clock_due').on(t.endedAt, t.dueAt)],
);
