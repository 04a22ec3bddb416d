import { sql } from 'drizzle-orm';
import { boolean, index, integer, text } from 'drizzle-orm/pg-core';
import type { ForwardedId, HeldBecause, RefusedBecause } from '../../cases/index.ts';
import { bytea, serialId, time } from './columns.ts';
import { komainu } from './core.ts';

/** A mail at the consultation address, so that it counts once, and what became of it. */
export const forwarded = komainu.table(
  'forwarded',
  {
    id: serialId('id').$type<ForwardedId>().primaryKey(),
    key: text('key').notNull().unique(), // of the same message, however often it comes
    source: text('source').notNull(),
    state: text('state').$type<'taken' | 'held' | 'rejected' | 'refused'>().notNull(),
    because: text('because').$type<HeldBecause | RefusedBecause>(), // null: it was taken at once
    confidential: boolean('confidential').notNull().default(false), // for the consultation desk alone
    sender: text('sender').notNull().default(''), // address; '' once nobody needs it
    senderName: text('sender_name').notNull().default(''),
    senderHash: text('sender_hash'), // by which a flood is known; null: of nobody in the company
    subject: text('subject').notNull().default(''), // while it is held
    receivedAt: time('received_at').notNull(),
    arrivedAt: time('arrived_at').notNull(), // here
    size: integer('size').notNull(), // bytes
    raw: bytea('raw'), // while it is held
    consultation: text('consultation'), // the first that was made of it
    receipt: text('receipt').$type<'none' | 'due' | 'sending' | 'sent'>().notNull().default('none'),
    decidedBy: text('decided_by'),
    decidedAt: time('decided_at'),
  },
  (t) => [
    index('forwarded_state').on(t.state, t.arrivedAt),
    index('forwarded_sender').on(t.senderHash, t.arrivedAt),
    index('forwarded_receipt').on(t.arrivedAt).where(sql`${t.receipt} in ('due', 'sending')`),
  ],
);
