import { index, jsonb, text } from 'drizzle-orm/pg-core';
import type { ChangeId, PersonId } from '../../cases/index.ts';
import type { Act, EntryId, RuleSection } from '../../detect/index.ts';
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

/** Changes of rules of the dictionaries, append-only. */
export const dictionaryChange = komainu.table(
  'dictionary_change',
  {
    id: serialId('id').$type<ChangeId>().primaryKey(),
    at: time('at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command, or of files that were taken over
    by: text('by').notNull(), // name, as shown at that time
    kind: text('kind').$type<'save' | 'revert' | 'by-hand' | 'promote' | 'demote'>().notNull(), // by-hand: in files; the last two only in rows of earlier versions
    entry: text('entry').$type<EntryId>().notNull(),
    act: text('act').$type<Act>(), // null: a context
    section: text('section').$type<RuleSection>().notNull(),
    before: text('before'), // the lines of the rule; null: it was not there
    after: text('after'), // null: it was taken out
    reason: text('reason').notNull(),
    effect: jsonb('effect').$type<ChangeEffect>(), // null: nobody measured
    reverts: rowId('reverts').$type<ChangeId>(), // the change that it takes back
  },
  (t) => [index('dictionary_change_entry').on(t.entry, t.id)],
);

/** The site's own rules and thresholds in force, which lie over the folder's. A rule that is as the folder has it has no row. */
export const siteRule = komainu.table('site_rule', {
  entry: text('entry').$type<EntryId>().primaryKey(),
  act: text('act').$type<Act>(), // null: a context or the thresholds
  section: text('section').$type<RuleSection>().notNull(),
  text: text('text').notNull(), // its lines of YAML
  change: rowId('change')
    .$type<ChangeId>()
    .notNull()
    .references(() => dictionaryChange.id), // that put it there: who, when, why
});
