import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { MailId, PersonId, ShadowId } from '../../cases/index.ts';
import type { Act, Band, EntryId } from '../../detect/index.ts';
import { bytea, rowId, serialId, time } from './columns.ts';
import { komainu, mail } from './core.ts';

/** A rule as a shadow has it. */
export interface ShadowRule {
  readonly entry: EntryId;
  readonly act: Act | null; // null: a context
  readonly section: 'demands' | 'expressions' | 'contexts' | 'thresholds'; // as changes name it; a shadow has no thresholds
  readonly before: string | null; // its lines in force when it was added; null: there were none
  readonly after: string; // its lines in the shadow
}

/** Rules that are tried beside those in force; one set at a time. */
export const shadow = komainu.table(
  'shadow',
  {
    id: serialId('id').$type<ShadowId>().primaryKey(),
    only: boolean('only').notNull().default(true).unique(), // of which there is one at most
    at: time('at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command
    by: text('by').notNull(), // name
    rules: jsonb('rules').$type<readonly ShadowRule[]>().notNull(), // none where a whole folder is tried
    folder: text('folder'), // name of the folder that is tried; null: the rules are
    files: bytea('files'), // of that folder, packed as they were when it began
    skipped: integer('skipped').notNull().default(0), // mails for which there was no time
    failed: integer('failed').notNull().default(0), // mails that only the verdict in force was made of
    trouble: text('trouble'), // why it judges nothing, in a sentence without text of a mail; null: it runs
  },
  (t) => [check('shadow_only', sql`${t.only}`)],
);

const shadowId = () =>
  rowId('shadow_id')
    .$type<ShadowId>()
    .notNull()
    .references(() => shadow.id, { onDelete: 'cascade' });

/** How many mails got which band, and would have got which. */
export const shadowCount = komainu.table(
  'shadow_count',
  {
    shadowId: shadowId(),
    band: text('band').$type<Band>().notNull(),
    would: text('would').$type<Band>().notNull(),
    mails: integer('mails').notNull(),
  },
  (t) => [primaryKey({ columns: [t.shadowId, t.band, t.would] })],
);

/** A mail whose band would differ: where it is, nothing of what it says. */
export const shadowMail = komainu.table(
  'shadow_mail',
  {
    shadowId: shadowId(),
    mailId: rowId('mail_id')
      .$type<MailId>()
      .notNull()
      .references(() => mail.id, { onDelete: 'cascade' }),
    at: time('at').notNull(), // when it was compared
    band: text('band').$type<Band>().notNull(),
    would: text('would').$type<Band>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shadowId, t.mailId] }), index('shadow_mail_mail').on(t.mailId)],
);
