import { boolean, index, jsonb, text } from 'drizzle-orm/pg-core';
import type { ChangeId, PersonId } from '../../cases/index.ts';
import type { Act, EntryId } from '../../detect/index.ts';
import { rowId, serialId, time } from './columns.ts';
import { komainu } from './core.ts';

/** How cases were decided, of some. */
export interface DecidedCount {
  readonly cases: number;
  readonly approved: number;
  readonly dismissed: number;
}

/** What a change of the dictionaries did to the cases that were kept at that time: counts alone. */
export interface ChangeEffect {
  readonly looked: number; // cases
  readonly found: DecidedCount; // newly
  readonly lost: DecidedCount; // no longer
  readonly same: DecidedCount; // found before and after
  readonly perWeek: number; // newly found
}

/** Changes of rules of the dictionaries, append-only. The files are what is in force: a row tells how they came to be. */
export const dictionaryChange = komainu.table(
  'dictionary_change',
  {
    id: serialId('id').$type<ChangeId>().primaryKey(),
    at: time('at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command, or in the file
    by: text('by').notNull(), // name, as shown at that time
    kind: text('kind').$type<'save' | 'revert' | 'by-hand' | 'promote' | 'demote'>().notNull(), // the last two only in rows of earlier versions
    entry: text('entry').$type<EntryId>().notNull(),
    act: text('act').$type<Act>(), // null: a context
    section: text('section').$type<'demands' | 'expressions' | 'contexts' | 'thresholds'>().notNull(),
    file: text('file').notNull(), // below the folder, or overlay/…
    before: text('before'), // the lines of the rule; null: it was not there
    after: text('after'), // null: it was taken out
    reason: text('reason').notNull(),
    effect: jsonb('effect').$type<ChangeEffect>(), // null: nobody measured
    reverts: rowId('reverts').$type<ChangeId>(), // the change that it takes back
    written: boolean('written').notNull().default(false), // false while nobody knows whether the file was
  },
  (t) => [index('dictionary_change_entry').on(t.entry, t.id)],
);
