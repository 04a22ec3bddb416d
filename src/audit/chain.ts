import { createHmac } from 'node:crypto';
import type { AuditEntry, AuditRow, Details } from './entry.ts';

/** The newest row that is known, kept outside the database too: without it nobody misses rows that are cut off. */
export type Head = Pick<AuditRow, 'seq' | 'hash'>;

/** The hash of a row. Keyed: who can only write to the database cannot make a chain that holds. */
export type Seal = (previous: string, seq: number, entry: AuditEntry) => string;

const BEFORE_FIRST = '';

export const sealWith =
  (key: string): Seal =>
  (previous, seq, { at, person, name, address, action, target, details }) =>
    createHmac('sha256', key)
      .update(
        JSON.stringify([previous, seq, at.toISOString(), person, name, address, action, target, ordered(details)]),
      )
      .digest('hex');

/** The database keeps the names of an object in an order of its own. */
const ordered = (details: Details) => Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));

/** The place of an entry behind the newest row; null: it is the first. */
export function link(last: Head | null, entry: AuditEntry, seal: Seal): AuditRow {
  const seq = (last?.seq ?? 0) + 1;
  return { ...entry, seq, hash: seal(last?.hash ?? BEFORE_FIRST, seq, entry) };
}

export type Verification =
  | { readonly kind: 'whole'; readonly rows: number; readonly head: 'reached' | 'unknown' } // unknown: nothing tells where the end was
  | { readonly kind: 'broken'; readonly seq: number; readonly why: Break };

export type Break =
  | 'missing' // the row with this number is not there, later ones are
  | 'changed' // the row is not what was written: changed, inserted, or put in the place of another
  | 'cut'; // the row was written, and the log ends before it

/** Follows the chain from its first row. @returns the first row that does not hold. */
export async function verifyChain(rows: AsyncIterable<AuditRow>, seal: Seal, head: Head | null): Promise<Verification> {
  let last: Head | null = null;
  for await (const row of rows) {
    const expected = link(last, row, seal);
    if (row.seq !== expected.seq) return { kind: 'broken', seq: expected.seq, why: 'missing' };
    const known = row.seq === head?.seq ? head.hash : expected.hash;
    if (row.hash !== expected.hash || row.hash !== known) return { kind: 'broken', seq: row.seq, why: 'changed' };
    last = { seq: row.seq, hash: row.hash };
  }
  const count = last?.seq ?? 0;
  if (head !== null && count < head.seq) return { kind: 'broken', seq: count + 1, why: 'cut' };
  return { kind: 'whole', rows: count, head: head === null ? 'unknown' : 'reached' };
}
