import { boolean, doublePrecision, index, integer, jsonb, text } from 'drizzle-orm/pg-core';
import type { CaseId, DecisionId } from '../../cases/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, decision, komainu } from './core.ts';

/** How judging does on decisions that it did not learn from. */
export interface HeldOutResult {
  readonly loss: number; // a decision, in nats; less is better
  readonly missed: number; // approved, and below the point at which mails are flagged
  readonly alarms: number; // dismissed, and above it
}

/** What was learned here beside the shipped weights alone. */
export interface SiteFigures {
  readonly approved: number; // decisions learned from
  readonly dismissed: number;
  readonly shipped: HeldOutResult;
  readonly site: HeldOutResult;
}

/** Why what was learned is not used: nothing was decided yet, or it does worse than the shipped weights. */
export type Unused = 'nothing' | 'worse';

/** Decisions that the classifier learns from, each with the features of one mail that the shipped classifier knows. Goes with its case. */
export const taughtDecision = komainu.table(
  'taught_decision',
  {
    caseId: rowId('case_id')
      .$type<CaseId>()
      .primaryKey()
      .references(() => caseFile.id),
    decisionId: rowId('decision_id')
      .$type<DecisionId>()
      .notNull()
      .references(() => decision.id),
    positive: boolean('positive').notNull(), // approved as harassment
    features: bytea('features'), // 32-bit hashes; null: there is nothing to learn, or somebody had it forgotten
    at: time('at').notNull(), // of the decision
    forgottenBy: text('forgotten_by'), // name, as shown at that time
    forgottenAt: time('forgotten_at'),
  },
  (t) => [index('taught_decision_decision').on(t.decisionId)],
);

/** What was learned, each time anew from all decisions that teach. The newest alone has weights. */
export const siteVersion = komainu.table('site_version', {
  id: serialId('id').primaryKey(),
  at: time('at').notNull(),
  ground: text('ground').notNull(), // version of the shipped classifier
  taught: text('taught').notNull(), // hash of the decisions
  unused: text('unused').$type<Unused>(), // null: mails are judged by it
  figures: jsonb('figures').$type<SiteFigures>().notNull(),
  bias: doublePrecision('bias').notNull(),
  hashes: bytea('hashes'), // of features, 32 bits each; null: a later version took its place
  deltas: bytea('deltas'), // of each, 64-bit floats
});

/** Whether this site learns, and from which day on; one row. */
export const siteLearning = komainu.table('site_learning', {
  id: integer('id').primaryKey().default(1),
  enabled: boolean('enabled').notNull(),
  since: time('since'), // earlier decisions teach nothing; null: all do
  by: text('by').notNull(), // who set it last: name, as shown at that time
  at: time('at').notNull(),
});
