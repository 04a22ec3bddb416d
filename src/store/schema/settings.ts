import { integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../cases/index.ts';
import type { SiteSection } from '../../config/index.ts';
import { bytea, time } from './columns.ts';
import { komainu } from './core.ts';

/** How a setting is: `out` is one that was taken out; it keeps its name, so that no other mailbox gets the cursor. */
export const SETTING_STATES = ['on', 'paused', 'out'] as const;
export type SettingState = (typeof SETTING_STATES)[number];

/** What was set up in the browser. The file wins over it, by name for sources and channels, else by section. */
export const siteSetting = komainu.table(
  'site_setting',
  {
    section: text('section').$type<SiteSection>().notNull(),
    name: text('name').notNull(), // of the source or channel; '' where there is one
    value: jsonb('value').$type<unknown>().notNull(), // as komainu.yaml has it, without name and secrets
    sealed: bytea('sealed'), // its secrets, as JSON, by the key outside of the store; null: none
    kept: bytea('kept'), // sealed, too: the refresh token that its provider gave last, for the one in `sealed`
    state: text('state').$type<SettingState>().notNull().default('on'),
    version: integer('version').notNull(), // from 1; grows with each change
    at: time('at').notNull(),
    person: text('person').$type<PersonId>(), // null: by a command
    by: text('by').notNull(), // name, as shown at that time
  },
  (t) => [primaryKey({ columns: [t.section, t.name] })],
);
