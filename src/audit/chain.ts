import { createHmac } from 'node:crypto';
import type { AuditEntry, AuditRow, Details } from './entry.ts';

/** The newest row that is known, kept outside the database too: without it nobody misses rows that are cut off. */
export type Head = Pick<AuditRow, 'seq' | 'hash'>;

/** A head as it was noted elsewhere; `at` is null where nobody wrote down when. */
export interface Anchor extends Head {
  readonly at: Date | null;
}

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

/** A backup that was read into the store: what came after it is gone, on purpose. */
export interface Restore {
  readonly seq: number; // of the row that says so
  readonly at: string; // when it was done, ISO 8601
  readonly backup: string; // when the backup was taken, ISO 8601
}

/** Another secret key was taken from here on: the first row that it seals. */
export interface Accepted {
  readonly seq: number;
  readonly at: string; // ISO 8601
}

export type Verification =
  | {
      readonly kind: 'whole';
      readonly rows: number;
      readonly head: 'reached' | 'unknown'; // unknown: nothing tells where the end was
      readonly restored?: Restore; // the newest
      readonly accepted?: Accepted; // nobody can tell of the rows before it with the key of today
    }
  | {
      readonly kind: 'broken';
      readonly seq: number;
      readonly why: Break;
      readonly restored?: Restore; // by which rows were cut off that had been there before
    };

export type Break =
  | 'missing' // the row with this number is not there, later ones are
  | 'changed' // the row is not what was written: changed, inserted, or put in the place of another
  | 'cut'; // the row was written, and the log ends before it, or goes on after a restore

/**
 * Follows the chain from its first row. Rows that another key has sealed end in one that says so and holds, which takes the key of today to write:
 * whether they are as they were cannot be told, whether they are all there can.
 *
 * @param anchors heads that were noted elsewhere, in any order; each must be in the chain
 * @returns the first row that does not hold.
 */
export async function verifyChain(
  rows: AsyncIterable<AuditRow>,
  seal: Seal,
  head: Head | null,
  anchors: readonly Anchor[] = [],
): Promise<Verification> {
  const known = [...(head === null ? [] : [{ ...head, at: null }]), ...anchors].sort((a, b) => a.seq - b.seq);
  const restores: Restore[] = [];
  /** The restore that took the place of a row which was there once, if one did after it was noted. */
  const explained = ({ seq, at }: Anchor) =>
    restores.find((one) => one.seq <= seq && (at === null || at.toISOString() < one.at));
  const gone = (anchor: Anchor, otherwise: Verification & { kind: 'broken' }): Verification => {
    const restored = explained(anchor);
    return restored === undefined ? otherwise : { kind: 'broken', seq: restored.seq, why: 'cut', restored };
  };
  let last: Head | null = null;
  let next = 0; // of `known`
  let unlike: Verification | null = null; // the first row that this key has not sealed
  let accepted: Accepted | null = null;
  for await (const row of rows) {
    const expected = link(last, row, seal);
    if (row.seq !== expected.seq) return unlike ?? { kind: 'broken', seq: expected.seq, why: 'missing' };
    const changed = { kind: 'broken', seq: row.seq, why: 'changed' } as const;
    if (row.hash !== expected.hash) unlike ??= changed;
    else if (row.action === 'store.restore') restores.push(restoreOf(row));
    else if (row.action === 'store.accept-key' && unlike !== null) {
      accepted = { seq: row.seq, at: row.at.toISOString() };
      unlike = null;
    }
    for (; known[next]?.seq === row.seq; next++)
      if (known[next]!.hash !== row.hash) return unlike ?? gone(known[next]!, changed);
    last = { seq: row.seq, hash: row.hash };
  }
  if (unlike !== null) return unlike;
  const count = last?.seq ?? 0;
  const beyond = known[next];
  if (beyond !== undefined) return gone(beyond, { kind: 'broken', seq: count + 1, why: 'cut' });
  const restored = restores.at(-1);
  return {
    kind: 'whole',
    rows: count,
    head: known.length === 0 ? 'unknown' : 'reached',
    ...(restored === undefined ? {} : { restored }),
    ...(accepted === null ? {} : { accepted }),
  };
}

const restoreOf = ({ seq, at, details }: AuditRow): Restore => ({
  seq,
  at: at.toISOString(),
  backup: String(details.backup ?? ''),
});
