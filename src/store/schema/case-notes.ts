import { sql } from 'drizzle-orm';
import { index, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AdditionId, AdditionKind, CaseId, MailId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import type { CaseEntryId, CaseNote } from '../../response/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu, mail } from './core.ts';

const caseId = (name = 'case_id') =>
  rowId(name)
    .$type<CaseId>()
    .notNull()
    .references(() => caseFile.id);

/** What people noted in a case file. Append-only: a note that was wrong is struck. */
export const caseNote = komainu.table(
  'case_note',
  {
    id: serialId('id').$type<CaseEntryId>().primaryKey(),
    caseId: caseId(),
    note: jsonb('note').$type<CaseNote>().notNull(),
    by: text('by').notNull(),
    at: time('at').notNull(),
    struckBy: text('struck_by'), // null: it stands
    struckAt: time('struck_at'),
    struckWhy: text('struck_why'), // null: it stands, or nobody was asked
  },
  (t) => [index('case_note_case').on(t.caseId)],
);

/** That the mails of one case stand in another. Ended merges stay, as history. */
export const caseMerge = komainu.table(
  'case_merge',
  {
    id: serialId('id').primaryKey(),
    part: caseId('part'), // has the status `merged` while this lasts
    into: caseId('into_case'),
    acts: text('acts').array().$type<Act[]>(), // confirmed by whoever put it to a case that was decided; null: that was open, and is decided with it
    by: text('by').notNull(),
    at: time('at').notNull(),
    endedBy: text('ended_by'), // null: it lasts
    endedAt: time('ended_at'),
  },
  (t) => [
    uniqueIndex('case_merge_part').on(t.part).where(sql`${t.endedAt} is null`),
    index('case_merge_into').on(t.into),
    index('case_merge_of').on(t.part),
  ],
);

/** The mails that a merge moved, so that a split moves them back. */
export const caseMergeMail = komainu.table(
  'case_merge_mail',
  {
    mergeId: rowId('merge_id')
      .notNull()
      .references(() => caseMerge.id),
    mailId: rowId('mail_id')
      .$type<MailId>()
      .notNull()
      .references(() => mail.id),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.mailId] }), index('case_merge_mail_mail').on(t.mailId)],
);

/** What came to a case after it was decided, and that somebody has seen it. */
export const caseAddition = komainu.table(
  'case_addition',
  {
    id: serialId('id').$type<AdditionId>().primaryKey(),
    caseId: caseId(), // that was decided
    kind: text('kind').$type<AdditionKind>().notNull(),
    further: rowId('further')
      .$type<CaseId>()
      .references(() => caseFile.id), // the case that a further mail opened; null: none, or it is gone
    by: text('by').notNull(), // '' for a mail
    at: time('at').notNull(),
    seenBy: text('seen_by'), // null: nobody has said that they saw it
    seenAt: time('seen_at'),
  },
  (t) => [
    index('case_addition_case').on(t.caseId),
    index('case_addition_further').on(t.further).where(sql`${t.further} is not null`),
    index('case_addition_unseen').on(t.at).where(sql`${t.seenAt} is null`),
  ],
);
