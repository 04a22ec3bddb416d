import { bigint, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CaseId, FoundLater, PastOver, PastRow, PastRunId, PastVerdict, PersonId } from '../../cases/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

/** `paused`: by a person, or by trouble that is not over; `cancelled` and `done` are ends. */
export type PastRunState = 'running' | 'paused' | 'done' | 'cancelled';

/** Readings of the past: what is asked, how far it is, and, when done, counts. Forgotten after some days. */
export const pastRun = komainu.table(
  'past_run',
  {
    id: serialId('id').$type<PastRunId>().primaryKey(),
    kind: text('kind').$type<'backtest' | 'trial'>().notNull(),
    state: text('state').$type<PastRunState>().notNull(),
    startedAt: time('started_at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command
    by: text('by').notNull(), // name, as shown at that time
    over: text('over').$type<PastOver>().notNull().default('mailbox'), // which mails it reads
    sources: text('sources').array().notNull(), // names of incoming ones; none of a run over decided cases
    since: time('since').notNull(), // included; of arrival, or of the decision
    until: time('until').notNull(), // not included
    subject: text('subject').notNull(), // of a backtest: which version, in a word that pages know
    rules: bytea('rules').notNull(), // the dictionary files of each version, packed: a change in between changes nothing
    total: integer('total'), // incoming mails, or cases; null: not counted yet
    done: integer('done').notNull().default(0), // of them
    rows: integer('rows').notNull().default(0), // of all mails, sent ones too: the next row's number
    trouble: text('trouble'), // why it is paused, when nobody wanted that
    figures: jsonb('figures').$type<unknown>(), // null until done
    later: text('later').$type<'asked' | 'done'>(), // cases of what is newly found; null: nobody asked for any
    laterBy: text('later_by'), // name of who asked
    laterPerson: text('later_person').$type<PersonId>(), // null: a command
    changedAt: time('changed_at').notNull(),
  },
  (t) => [index('past_run_state').on(t.state)],
);

/**
 * Mails of a run: where they lie, when they came, keyed hashes of what they are related to, and verdicts. No word of them. When the run
 * ends only those stay that somebody may want to open, without the hashes; the others are deleted in the same transaction.
 */
export const pastMail = komainu.table(
  'past_mail',
  {
    run: rowId('run')
      .$type<PastRunId>()
      .notNull()
      .references(() => pastRun.id, { onDelete: 'cascade' }),
    n: integer('n').notNull(), // in the order in which they came
    at: time('at').notNull(),
    source: text('source').notNull(),
    folder: text('folder').notNull(),
    uidValidity: bigint('uid_validity', { mode: 'bigint' }).notNull(),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    kind: text('kind').$type<PastRow['kind']>().notNull(),
    sender: text('sender'), // a keyed hash, as the three below; null when the run has ended
    messageId: text('message_id'),
    thread: text('thread'),
    content: text('content'),
    characters: integer('characters').notNull(),
    verdicts: jsonb('verdicts').$type<readonly PastVerdict[]>().notNull(), // of each version
    later: text('later').$type<FoundLater>(), // what came of making a case of it; null: nobody asked
  },
  (t) => [primaryKey({ columns: [t.run, t.n] })],
);

/** Decided cases of a run, in the order of their numbers. When it ends only those stay of which the versions say something else. */
export const pastCase = komainu.table(
  'past_case',
  {
    run: rowId('run')
      .$type<PastRunId>()
      .notNull()
      .references(() => pastRun.id, { onDelete: 'cascade' }),
    n: integer('n').notNull(), // from 0
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id, { onDelete: 'cascade' }),
    outcome: text('outcome').$type<'approved' | 'dismissed'>().notNull(), // as the case stood when it was read
    verdicts: jsonb('verdicts').$type<readonly PastVerdict[]>().notNull(), // of each version on its strongest mail; none: no mail could be judged
  },
  (t) => [primaryKey({ columns: [t.run, t.n] }), index('past_case_case').on(t.caseId)],
);
