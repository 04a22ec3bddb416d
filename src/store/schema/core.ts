import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { CaseId, CaseKind, CaseStatus, DecisionId, MailId, PersonId, StoredDecision } from '../../cases/index.ts';
import type { Act, ActProbability, Assessment, EntryId } from '../../detect/index.ts';
import type { MailWarning } from '../../mail/index.ts';
import { user } from './auth.ts';
import { bytea, isKept, isLarge, isLiving, isWaiting, rowId, serialId, time } from './columns.ts';

/**
 * Tables are schema-qualified because the search path belongs to the queue, which may share the connection. The schema
 * must be exported, or drizzle-kit leaves out its CREATE SCHEMA.
 */
export const komainu = pgSchema('komainu');

/** In rising order, so that SQL may sort by it. */
export const band = komainu.enum('band', ['ordinary', 'grey', 'review', 'urgent']);

export const source = komainu.table('source', {
  name: text('name').primaryKey(),
  uidValidity: bigint('uid_validity', { mode: 'bigint' }), // null before the first connection
  lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
  trouble: text('trouble'), // null when well
  troubleSince: time('trouble_since'),
  lastContactAt: time('last_contact_at'),
  lastMailAt: time('last_mail_at'), // when its newest mail came, whether or not that is kept still; null: none yet
  note: text('note'), // what it is doing when that is not merely waiting for mail; null else
  unaskedRows: bigint('unasked_rows', { mode: 'number' }).notNull().default(0), // sent by its server for mails that nobody asked for
});

const sourceName = () =>
  text('source')
    .notNull()
    .references(() => source.name);
const uidValidity = () => bigint('uid_validity', { mode: 'bigint' }).notNull();
const uid = () => bigint('uid', { mode: 'number' }).notNull();

/** The uids that a directory's files were given. File names may quote a subject, so only their hash is kept. */
export const sourceFile = komainu.table(
  'source_file',
  { source: sourceName(), keyHash: text('key_hash').notNull(), uid: uid() },
  (t) => [primaryKey({ columns: [t.source, t.keyHash] }), unique('source_file_uid').on(t.source, t.uid)],
);

/** The spool: every delivery, with its bytes for as long as they may be kept. */
export const mail = komainu.table(
  'mail',
  {
    id: serialId('id').$type<MailId>().primaryKey(),
    source: sourceName(),
    uidValidity: uidValidity(),
    uid: uid(),
    receivedAt: time('received_at').notNull(),
    sha256: text('sha256').notNull(), // hex, of the bytes; '' of an ordinary mail
    size: integer('size').notNull(), // bytes
    raw: bytea('raw'),
    waiting: boolean('waiting').notNull().default(true), // no verdict yet; makes the sweep cheap
    storedAt: time('stored_at').notNull().defaultNow(),
  },
  (t) => [
    unique('mail_delivery').on(t.source, t.uidValidity, t.uid),
    index('mail_waiting').on(t.source, t.id).where(sql`${t.waiting}`),
    index('mail_living').on(t.source, t.id).where(isLiving(t)),
    index('mail_large').on(t.source, t.id).where(isLarge(t)),
    index('mail_kept').on(t.source, t.size).where(isKept(t)), // to be counted from the index alone
  ],
);

const mailId = (name = 'mail_id') =>
  rowId(name)
    .$type<MailId>()
    .references(() => mail.id);

/** What was found in a mail. Every hash is keyed; of an ordinary mail no text is kept. */
export const verdict = komainu.table(
  'verdict',
  {
    mailId: mailId().primaryKey(),
    outcome: text('outcome').$type<'assessed' | 'unreadable'>().notNull(),
    band: band('band'), // null: unreadable
    acts: jsonb('acts').$type<readonly ActProbability[]>().notNull().default([]), // that it is likely of, by falling probability
    entries: text('entries').array().$type<EntryId[]>().notNull().default([]), // ids of the matched entries that belong to an act
    probability: doublePrecision('probability'), // 0 to 1, that it is harassment
    dictionary: text('dictionary'), // version
    senderHash: text('sender_hash'),
    messageIdHash: text('message_id_hash'),
    referenceHashes: text('reference_hashes').array().notNull().default([]), // oldest first
    thread: text('thread').notNull(), // hash of the mail the thread is known by, or mail-<id>
    contentHash: text('content_hash'),
    characters: integer('characters').notNull().default(0), // own text, UTF-16 units
    receivedAt: time('received_at').notNull(), // the mail's, repeated for the look-ups of a history
    duplicateOf: mailId('duplicate_of'), // the earlier delivery of the same message
    assessment: jsonb('assessment').$type<Assessment>(), // surfaced mails, and those kept to be read
    warnings: text('warnings').array().$type<MailWarning[]>().notNull().default([]),
    failure: text('failure'), // why it could not be read
    tossed: boolean('tossed').notNull().default(false), // had it been ordinary, it might have been kept to be read
    watchedSince: time('watched_since'), // of the watch that surfaced it whatever its band; null: there was none
    screenedAt: time('screened_at').notNull(),
  },
  (t) => [
    index('verdict_thread').using('hash', t.thread), // half of what a tree takes, of every ordinary mail
    index('verdict_sender').on(t.senderHash, t.receivedAt),
    index('verdict_message').using('hash', t.messageIdHash),
    index('verdict_content').on(t.contentHash).where(sql`${t.assessment} is not null`), // of mails in cases
    index('verdict_screened').on(t.screenedAt, t.band, t.mailId), // to be counted from the index alone
    index('verdict_watched').on(t.mailId).where(sql`${t.watchedSince} is not null`),
    index('verdict_tossed').on(t.screenedAt, t.mailId).where(sql`${t.tossed} and ${t.band} <> 'ordinary'`),
    index('verdict_duplicate').on(t.duplicateOf).where(sql`${t.duplicateOf} is not null`),
  ],
);

/** Verdicts that are gone, as numbers. */
export const tally = komainu.table(
  'tally',
  {
    day: date('day').notNull(), // UTC
    band: text('band').notNull(), // or unreadable
    mails: integer('mails').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.band] })],
);

/** Mails of a `sent` source: when the customer was answered, never what was said. */
export const answer = komainu.table(
  'answer',
  {
    source: sourceName(),
    uidValidity: uidValidity(),
    uid: uid(),
    messageIdHash: text('message_id_hash'),
    thread: text('thread').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.uidValidity, t.uid] }),
    index('answer_thread').on(t.thread, t.at),
    index('answer_message').on(t.messageIdHash),
    index('answer_at').using('brin', t.at), // they come in the order of their time
  ],
);

/**
 * Ids of confidential cases are counted apart and lie beyond all others: a gap in the numbers that everybody sees would tell that there is
 * one, and when it was handed in.
 */
export const FIRST_CONFIDENTIAL = 1_000_000_001;
export const confidentialCaseId = komainu.sequence('confidential_case_id', { startWith: FIRST_CONFIDENTIAL });

/** What a reviewer handles. `from` and `subject` are those of its newest mail. */
export const caseFile = komainu.table(
  'case_file',
  {
    id: serialId('id').$type<CaseId>().primaryKey(),
    kind: text('kind').$type<CaseKind>().notNull(),
    status: text('status').$type<CaseStatus>().notNull().default('open'),
    band: band('band'), // the highest of its mails; null: unreadable
    worry: boolean('worry').notNull().default(false), // one of its mails is 心配な内容: no harassment, and not to vanish
    acts: text('acts').array().$type<Act[]>().notNull().default([]), // the likeliest first; as corrected by who approved
    foundActs: text('found_acts').array().$type<Act[]>().notNull().default([]), // of all that was found in its mails, what did not count too: what is hidden goes by them
    from: text('from_display').notNull().default(''),
    subject: text('subject').notNull().default(''),
    counterparty: text('counterparty').notNull().default(''),
    thread: text('thread').notNull(),
    receivedAt: time('received_at').notNull(), // of its newest mail
    openedAt: time('opened_at').notNull(),
    arrivedAt: time('arrived_at').notNull(), // at the company: its first mail, or when somebody handed it in
    seenAt: time('seen_at'), // when somebody who may decide it first opened it
    openedBy: mailId('opened_by'), // the mail that started it
    previousCase: rowId('previous_case')
      .$type<CaseId>()
      .references((): AnyPgColumn => caseFile.id), // the closed one of its thread
    decidedBy: text('decided_by'),
    decidedAt: time('decided_at'),
    entries: text('entries').array().$type<EntryId[]>().notNull().default([]), // of all its mails, sorted: near-duplicates have the same
    sources: text('sources').array().notNull().default([]), // in which its mails arrived
    firstSource: text('first_source').notNull().generatedAlwaysAs(sql`coalesce(sources[1], '')`), // a column, because an index counts alone only by those
    assignee: text('assignee')
      .$type<PersonId>()
      .references(() => user.id, { onDelete: 'set null' }), // who alone is asked to decide
    withConsultation: boolean('with_consultation').notNull().default(false), // handed over to the consultation desk
    search: text('search').notNull().default(''), // sender and subject, folded
    grams: text('grams').array().notNull().default([]), // of `search`
    heldBy: text('held_by'), // who wants it kept whatever its age; null: nobody
    confidential: boolean('confidential').notNull().default(false), // for the consultation desk alone: see visibility.ts
  },
  (t) => [
    index('case_file_list').on(t.status, t.band.desc().nullsLast(), t.receivedAt, t.id, t.confidential),
    index('case_file_thread').on(t.thread, t.counterparty),
    index('case_file_count').on(t.status, t.kind, t.band, t.confidential),
    index('case_file_decided').on(
      t.status,
      t.decidedAt.desc().nullsLast(),
      t.id,
      t.confidential,
      t.band,
      t.arrivedAt,
      t.seenAt,
      t.acts,
    ), // counted from the index alone
    index('case_file_opened').on(t.openedAt, t.confidential, t.firstSource), // counted from the index alone
    index('case_file_waiting').on(t.openedAt).where(isWaiting(t)),
    index('case_file_worry').on(t.status).where(sql`${t.worry}`),
    index('case_file_counterparty').on(t.counterparty, t.status, t.receivedAt),
    index('case_file_opened_by').on(t.openedBy),
    index('case_file_previous').on(t.previousCase).where(sql`${t.previousCase} is not null`),
    index('case_file_assignee').on(t.assignee, t.status).where(sql`${t.assignee} is not null`),
    index('case_file_entries').using('gin', t.entries).with({ fastupdate: false }),
    index('case_file_found').using('gin', t.grams, t.acts, t.sources).with({ fastupdate: false }), // no pending list: PGlite has nobody to empty it
  ],
);

const caseId = () =>
  rowId('case_id')
    .$type<CaseId>()
    .notNull()
    .references(() => caseFile.id);

export const caseMail = komainu.table('case_mail', { mailId: mailId().primaryKey(), caseId: caseId() }, (t) => [
  index('case_mail_case').on(t.caseId),
]);

/** Append-only: a decision is undone by adding the next one. */
export const decision = komainu.table(
  'decision',
  {
    id: serialId('id').$type<DecisionId>().primaryKey(),
    caseId: caseId(),
    decision: jsonb('decision').$type<StoredDecision>().notNull(),
    by: text('decided_by').notNull(),
    person: text('person').$type<PersonId>(), // null: decided on the command line
    at: time('at').notNull(),
  },
  (t) => [index('decision_case').on(t.caseId)],
);
