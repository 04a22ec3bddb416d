import { sql } from 'drizzle-orm';
import { date, index, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { CareAnswer, CarePoint, ConcernedBy, ConsentWay, Day, Naming, Wish } from '../../response/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

const person = () =>
  text('person')
    .$type<PersonId>()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** Whom of the company a case befell, and what they said themselves. */
export const caseVictim = komainu.table(
  'case_victim',
  {
    key: text('key').notNull().default(sql`gen_random_uuid()::text`), // in addresses: a number would tell how many others there are
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    person: person(),
    how: text('how').$type<ConcernedBy>().notNull().default('named'),
    role: text('role').notNull().default(''), // as a letter calls them that does not name them
    wishes: text('wishes').array().$type<Wish[]>(), // null: they have not said, as with the pair below
    wishWords: text('wish_words').notNull().default(''),
    wishedAt: time('wished_at'),
    naming: text('naming').$type<Naming>(),
    namingAt: time('naming_at'),
    by: text('by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.person] }),
    index('case_victim_person').on(t.person),
    unique('case_victim_key').on(t.key),
  ],
);

/** What a person concerned says of a point of the care list. */
export const careAnswer = komainu.table(
  'care_answer',
  {
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    person: person(),
    point: text('point').$type<CarePoint>().notNull(),
    answer: text('answer').$type<CareAnswer>().notNull(),
    words: text('words').notNull(),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.person, t.point] })],
);

/** That somebody agrees that their timeline is saved as a file. Those that ended stay, as history. */
export const timelineConsent = komainu.table(
  'timeline_consent',
  {
    id: serialId('id').primaryKey(),
    person: person(),
    way: text('way').$type<ConsentWay>().notNull(),
    day: date('day', { mode: 'string' }).$type<Day>().notNull(), // on which they agreed
    by: text('by').notNull(), // who wrote it down
    at: time('at').notNull(),
    withdrawnBy: text('withdrawn_by'), // null: it stands
    withdrawnAt: time('withdrawn_at'),
  },
  (t) => [uniqueIndex('timeline_consent_person').on(t.person).where(sql`${t.withdrawnAt} is null`)],
);
