import { date, index, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../cases/index.ts';
import type { Act } from '../../detect/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { komainu } from './core.ts';

/** What the company says about customer harassment, as it was published. Append-only. */
export const policyVersion = komainu.table('policy_version', {
  id: serialId('id').primaryKey(),
  origin: text('origin').$type<'file' | 'browser'>().notNull(),
  fileHash: text('file_hash').unique(), // of a file's text: each text is one version; null of what was published in the browser
  text: text('text').notNull(),
  note: text('note').notNull(),
  from: date('valid_from', { mode: 'string' }).notNull(), // of the company's calendar
  by: text('by').notNull(), // name
  at: time('at').notNull(),
});

const person = () =>
  text('person')
    .$type<PersonId>()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** Who says that they have read which version. */
export const policyReading = komainu.table(
  'policy_reading',
  {
    versionId: rowId('version_id')
      .notNull()
      .references(() => policyVersion.id),
    person: person(),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.person] }), index('policy_reading_person').on(t.person)],
);

/** Who finished which lesson, the last time. Answers are kept nowhere. */
export const lessonDone = komainu.table(
  'lesson_done',
  { person: person(), act: text('act').$type<Act>().notNull(), at: time('at').notNull() },
  (t) => [primaryKey({ columns: [t.person, t.act] })],
);
