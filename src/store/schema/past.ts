import { bigint, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PastRow, PastRunId, PastVerdict, PersonId } from '../../cases/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { komainu } from './core.ts';

/** `paused`: by trouble that is not over; `cancelled` and `done` are ends. */
export type PastRunState = 'running' | 'paused' | 'done' | 'cancelled';

/** Trials of a mailbox: what is asked, how far it is, and, when done, counts. Forgotten after some days. */
export const pastRun = komainu.table(
  'past_run',
  {
    id: serialId('id').$type<PastRunId>().primaryKey(),
    state: text('state').$type<PastRunState>().notNull(),
    startedAt: time('started_at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command
    by: text('by').notNull(), // name, as shown at that time
    source: text('source').notNull(), // name of an incoming one
    since: time('since').notNull(), // included; of arrival
    until: time('until').notNull(), // not included
    rules: bytea('rules').notNull(), // the dictionary files, packed: a change in between changes nothing
    total: integer('total'), // incoming mails; null: not counted yet
    done: integer('done').notNull().default(0), // of them
    rows: integer('rows').notNull().default(0), // of all mails, sent ones too: the next row's number
    trouble: text('trouble'), // why it is paused
    figures: jsonb('figures').$type<unknown>(), // null until done
    changedAt: time('changed_at').notNull(),
  },
  (t) => [index('past_run_state').on(t.state)],
);

/**
 * Mails of a trial: where they lie, when they came, keyed hashes of what they are related to, and verdicts. No word of them. When the trial
 * ends they are deleted in the same transaction.
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
    sender: text('sender'), // a keyed hash, as the three below
    messageId: text('message_id'),
    thread: text('thread'),
    content: text('content'),
    characters: integer('characters').notNull(),
    verdict: jsonb('verdict').$type<PastVerdict>(), // null unless it was judged
  },
  (t) => [primaryKey({ columns: [t.run, t.n] })],
);
