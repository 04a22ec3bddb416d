import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseId, CounterpartyId, PersonId } from '../../cases/index.ts';
import type { Gates, MeasureId, MeasureOutcome, MeasureStep, Opinion } from '../../response/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';
import { counterparty } from './counterparty.ts';

const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .notNull()
    .references(() => caseFile.id);
const person = (name: string) => text(name).$type<PersonId>();

/** Steps against a counterparty: proposed by one, decided by a second person, lifted by one who may decide. */
export const measure = komainu.table(
  'measure',
  {
    id: serialId('id').$type<MeasureId>().primaryKey(),
    caseId: caseId(),
    counterpartyId: rowId('counterparty_id')
      .$type<CounterpartyId>()
      .notNull()
      .references(() => counterparty.id),
    step: text('step').$type<MeasureStep>().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    reason: text('reason').notNull(),
    gates: jsonb('gates').$type<Gates>().notNull(),
    opinion: jsonb('opinion').$type<Opinion>(), // null: no expert was asked
    decisions: integer('decisions').notNull().default(0), // of the case when it was proposed
    proposedBy: text('proposed_by').notNull(),
    proposedPerson: person('proposed_person'),
    proposedAt: time('proposed_at').notNull(),
    outcome: text('outcome').$type<MeasureOutcome>(), // null: it waits
    outcomeNote: text('outcome_note').notNull().default(''),
    outcomeBy: text('outcome_by'),
    outcomePerson: person('outcome_person'),
    outcomeAt: time('outcome_at'),
    shown: boolean('shown').notNull().default(true), // at other cases of the counterparty, even where its own is confidential
    liftNote: text('lift_note').notNull().default(''),
    liftedBy: text('lifted_by'), // null: it is in force, if it was approved
    liftedPerson: person('lifted_person'),
    liftedAt: time('lifted_at'),
  },
  (t) => [
    index('measure_case').on(t.caseId),
    index('measure_counterparty').on(t.counterpartyId),
    uniqueIndex('measure_waits').on(t.caseId).where(sql`${t.outcome} is null`), // one proposal at a time
  ],
);

/** Answers that somebody gave to a demand: by phone or face to face, or beside the folder of sent mails. */
export const demandAnswer = komainu.table(
  'demand_answer',
  {
    id: serialId('id').primaryKey(),
    caseId: caseId(),
    at: time('at').notNull(), // when it was said
    note: text('note').notNull(),
    by: text('by').notNull(),
    writtenAt: time('written_at').notNull(),
  },
  (t) => [index('demand_answer_case').on(t.caseId)],
);
