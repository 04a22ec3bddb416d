import { bigint, index, jsonb, text } from 'drizzle-orm/pg-core';
import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId } from '../../cases/index.ts';
import { time } from './columns.ts';
import { komainu } from './core.ts';

/**
 * Who did what. Each row's hash covers the row before; a trigger refuses every change but an addition. Ids are plain
 * text, not references: what was written stays as it is when an account or a case goes.
 */
export const audit = komainu.table(
  'audit',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(), // without a gap, so no sequence
    at: time('at').notNull(),
    person: text('person').$type<PersonId>(),
    name: text('name').notNull(),
    address: text('address'),
    action: text('action').$type<AuditAction>().notNull(),
    target: text('target').notNull(),
    details: jsonb('details').$type<Details>().notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_person').on(t.person, t.seq),
    index('audit_action').on(t.action, t.seq),
    index('audit_target').on(t.target, t.seq),
  ],
);
