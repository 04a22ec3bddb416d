import { date, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { Day, LetterId, LetterKind, LetterLanguage, LetterWords, SendingWay, Told } from '../../response/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

const day = (name: string) => date(name, { mode: 'string' }).$type<Day>(); // of the company's calendar

/** Quotes of before have nothing to say of whether they were told. */
interface StoredQuote {
  readonly at: string;
  readonly words: string;
  readonly told?: Told | null;
}

/** The company's own templates. The newest of a kind and language that was not set aside is used; none: the shipped one. */
export const letterTemplate = komainu.table(
  'letter_template',
  {
    id: serialId('id').primaryKey(),
    kind: text('kind').$type<LetterKind>().notNull(),
    language: text('language').$type<LetterLanguage>().notNull(),
    name: text('name').notNull(), // of the file
    bytes: bytea('bytes').notNull(),
    sha256: text('sha256').notNull(),
    by: text('by').notNull(),
    at: time('at').notNull(),
    setAsideAt: time('set_aside_at'), // the shipped one is used again
  },
  (t) => [index('letter_template_kind').on(t.kind, t.language, t.id)],
);

/** Letters of cases. What they say never changes; who approved, sent and so on is added. */
export const letter = komainu.table(
  'letter',
  {
    id: serialId('id').$type<LetterId>().primaryKey(),
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    number: integer('number').notNull(), // within the case
    kind: text('kind').$type<LetterKind>().notNull(),
    language: text('language').$type<LetterLanguage>().notNull(),
    templateName: text('template_name'), // null: shipped
    templateSha256: text('template_sha256').notNull(),
    words: jsonb('words').$type<LetterWords>().notNull(),
    quotes: jsonb('quotes').$type<readonly StoredQuote[]>().notNull(),
    clause: text('clause'),
    unset: text('unset').array().notNull(), // letters that the font of the PDF does not have
    docx: bytea('docx').notNull(),
    docxSha256: text('docx_sha256').notNull(),
    pdf: bytea('pdf').notNull(),
    pdfSha256: text('pdf_sha256').notNull(),
    decisions: integer('decisions').notNull(), // of the case when it was drafted
    draftedPerson: text('drafted_person').$type<PersonId>().notNull(), // who may not approve it; may be gone by now
    draftedBy: text('drafted_by').notNull(),
    draftedAt: time('drafted_at').notNull(),
    approvedPerson: text('approved_person').$type<PersonId>(), // null besides: approved before this was kept
    approvedBy: text('approved_by'), // null: nobody yet, as with the pairs below
    approvedAt: time('approved_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnAt: time('withdrawn_at'),
    sentDay: day('sent_day'),
    sentWay: text('sent_way').$type<SendingWay>(),
    sentNote: text('sent_note'),
    sentBy: text('sent_by'), // who wrote it down
    sentAt: time('sent_at'),
    replyDay: day('reply_day'),
    replyNote: text('reply_note'),
    replyBy: text('reply_by'),
    replyAt: time('reply_at'),
  },
  (t) => [unique('letter_number').on(t.caseId, t.number)],
);
