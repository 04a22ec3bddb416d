import { sql } from 'drizzle-orm';
import { index, integer, jsonb, text } from 'drizzle-orm/pg-core';
import type { KeptReading, MailId } from '../../cases/index.ts';
import { rowId } from './columns.ts';
import { komainu, mail } from './core.ts';

/** How a mail of a case was read for its verdict, so that no page takes it apart again. Goes with the mail's bytes. */
export const reading = komainu.table(
  'reading',
  {
    mailId: rowId('mail_id')
      .$type<MailId>()
      .primaryKey()
      .references(() => mail.id),
    envelope: jsonb('envelope').$type<KeptReading['envelope']>().notNull(),
    parts: jsonb('parts').$type<KeptReading['parts']>().notNull(),
    characters: integer('characters').notNull(), // of `parts`, UTF-16 units
    left: integer('left_out').notNull(), // UTF-16 units
    folded: text('folded').notNull(), // in which people are looked for
    plain: text('plain').notNull(), // in which words are looked for
  },
  (t) => [index('reading_found').using('gin', sql`komainu.grams(${t.plain})`).with({ fastupdate: false })],
);
