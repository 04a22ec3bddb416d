import { sql } from 'drizzle-orm';
import { date, index, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CaseId, PersonId } from '../../cases/index.ts';
import type { ConsentWay, Day } from '../../response/index.ts';
import { user } from './auth.ts';
import { rowId, serialId, time } from './columns.ts';
import { caseFile, komainu } from './core.ts';

const person = () =>
  text('person')
    .$type<PersonId>()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** Cases that befell somebody of the company who did not hand them in themselves. */
export const caseVictim = komainu.table(
  'case_victim',
  {
    caseId: rowId('case_id')
      .$type<CaseId>()
      .notNull()
      .references(() => caseFile.id),
    person: person(),
    by: text('by').notNull(),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.person] }), index('case_victim_person').on(t.person)],
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
