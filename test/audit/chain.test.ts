import { describe, expect, it } from 'vitest';
import {
  type Anchor,
  type AuditRow,
  anchorLine,
  type Head,
  link,
  parseAnchors,
  sealWith,
  verifyChain,
} from '../../src/audit/index.ts';
import { personId } from '../support/ids.ts';

const seal = sealWith('key');
const entry = (n: number) => ({
  at: new Date(Date.UTC(2026, 9, 1, 0, n)),
  person: personId('p1'),
  name: '花子',
  address: '192.0.2.1',
  action: 'case.view' as const,
  target: `case/${n}`,
  details: { b: 2, a: ['x', 'y'] },
});

function chain(length: number, key = seal): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let n = 1; n <= length; n++) rows.push(link(rows.at(-1) ?? null, entry(n), key));
  return rows;
}

async function* each(rows: readonly AuditRow[]) {
  yield* rows;
}
const headOf = (rows: readonly AuditRow[]): Head => rows.at(-1)!;
const verify = (rows: readonly AuditRow[], head: Head | null = headOf(chain(9))) => verifyChain(each(rows), seal, head);

/** The chain of nine rows with the `at`-th (from 1) replaced. */
const changed = (at: number, change: Partial<AuditRow>) => chain(9).with(at - 1, { ...chain(9)[at - 1]!, ...change });

describe('the chain', () => {
  it('is whole as it was written, wherever the log has got to meanwhile', async () => {
    expect(await verify(chain(9))).toEqual({ kind: 'whole', rows: 9, head: 'reached' });
    expect(await verify(chain(12))).toEqual({ kind: 'whole', rows: 12, head: 'reached' });
    expect(await verify([], null)).toEqual({ kind: 'whole', rows: 0, head: 'unknown' });
  });

  it('does not depend on the order in which a database keeps details', async () => {
    expect(await verify(changed(4, { details: { a: ['x', 'y'], b: 2 } }))).toMatchObject({ kind: 'whole' });
  });

  describe('whose key was changed', () => {
    const before = chain(4, sealWith('the key before'));
    const accepting = link(headOf(before), { ...entry(5), action: 'store.accept-key' }, seal);
    const rows = [...before, accepting];
    for (let n = 6; n <= 9; n++) rows.push(link(headOf(rows), entry(n), seal));
    const accepted = { seq: 5, at: accepting.at.toISOString() };
    const follow = (found: readonly AuditRow[], anchors: readonly Anchor[] = []) =>
      verifyChain(each(found), seal, headOf(rows), anchors);

    it('holds from there on, and tells that of the rows before nobody can tell', async () => {
      expect(await follow(rows)).toEqual({ kind: 'whole', rows: 9, head: 'reached', accepted });
      expect(await follow(rows.with(2, { ...rows[2]!, name: '太郎' }))).toMatchObject({ kind: 'whole', accepted });
    });

    it.each([
      ['a row after it was changed', rows.with(6, { ...rows[6]!, name: '太郎' }), { seq: 7, why: 'changed' }],
      ['a row before it is missing', rows.toSpliced(1, 1), { why: 'changed' }],
      ['the row that tells was changed', rows.with(4, { ...accepting, at: new Date(0) }), { seq: 1, why: 'changed' }],
      ['it was cut off after it', rows.slice(0, 6), { seq: 7, why: 'cut' }],
    ])('does not where %s', async (_, found, broken) => {
      expect(await follow(found)).toMatchObject({ kind: 'broken', ...broken });
    });

    it('has every end that was noted before it', async () => {
      expect(await follow(rows, [{ ...before[1]!, at: null }])).toMatchObject({ kind: 'whole' });
      expect(await follow(rows, [{ seq: 2, hash: '0'.repeat(64), at: null }])).toMatchObject({ kind: 'broken' });
    });

    it('is no way out for who has not the key', async () => {
      const forged = link(headOf(before), { ...entry(5), action: 'store.accept-key' }, sealWith('another'));
      expect(await follow([...before, forged, ...rows.slice(5)])).toMatchObject({ kind: 'broken', seq: 1 });
    });
  });

  it.each([
    ['when', { at: new Date(0) }],
    ['which account', { person: null }],
    ['who', { name: '太郎' }],
    ['from where', { address: null }],
    ['what', { action: 'sign-out' }],
    ['to what', { target: 'case/5' }],
    ['how', { details: { a: ['x'], b: 2 } }],
    ['the hash', { hash: '0'.repeat(64) }],
  ] as const)('shows a change of %s', async (_, change) => {
    for (const at of [1, 4, 9])
      expect(await verify(changed(at, change))).toEqual({ kind: 'broken', seq: at, why: 'changed' });
  });

  it.each([
    ['the first row', 1, 'missing'],
    ['a row', 4, 'missing'],
    ['the last row', 9, 'cut'],
  ] as const)('shows that %s was removed', async (_, seq, why) => {
    expect(await verify(chain(9).filter((row) => row.seq !== seq))).toEqual({ kind: 'broken', seq, why });
  });

  it('shows that a row was removed and the rest numbered anew', async () => {
    const rows = chain(9)
      .filter(({ seq }) => seq !== 4)
      .map((row, index) => ({ ...row, seq: index + 1 }));
    expect(await verify(rows)).toEqual({ kind: 'broken', seq: 4, why: 'changed' });
  });

  it('shows a row that was inserted', async () => {
    const rows = [...chain(3), { ...chain(4)[3]!, target: 'case/99' }, ...chain(9).slice(3)];
    expect(await verify(rows.map((row, index) => ({ ...row, seq: index + 1 })))).toMatchObject({
      seq: 4,
      why: 'changed',
    });
  });

  it('shows a row that was added at the end without the key', async () => {
    const forged = link(headOf(chain(9)), entry(10), sealWith('a guess'));
    expect(await verify([...chain(9), forged])).toEqual({ kind: 'broken', seq: 10, why: 'changed' });
  });

  it('shows that two rows changed places', async () => {
    const [a, b, c, ...rest] = chain(9);
    expect(await verify([a!, { ...c!, seq: 2 }, { ...b!, seq: 3 }, ...rest])).toMatchObject({ seq: 2, why: 'changed' });
  });

  it('shows an end that was cut off and overgrown by honest rows', async () => {
    const regrown = chain(6);
    for (let n = 20; n < 26; n++) regrown.push(link(regrown.at(-1)!, entry(n), seal));
    expect(await verify(regrown)).toEqual({ kind: 'broken', seq: 9, why: 'changed' });
  });

  it('shows that everything is gone', async () => {
    expect(await verify([])).toEqual({ kind: 'broken', seq: 1, why: 'cut' });
  });

  it('cannot show a cut when nothing tells where the end was, and says so', async () => {
    expect(await verify(chain(5), null)).toEqual({ kind: 'whole', rows: 5, head: 'unknown' });
  });
});

describe('heads that were noted elsewhere', () => {
  const anchorAt = (rows: readonly AuditRow[], seq: number, at: string | null = null): Anchor => ({
    seq,
    hash: rows[seq - 1]!.hash,
    at: at === null ? null : new Date(at),
  });
  const against = (rows: readonly AuditRow[], ...anchors: Anchor[]) => verifyChain(each(rows), seal, null, anchors);
  /** Four rows of a backup, the row that says so, and what was done since. */
  const restored = (): AuditRow[] => {
    const rows = chain(4);
    const restore = {
      ...entry(60), // an hour after all else
      action: 'store.restore' as const,
      details: { backup: '2026-10-01T00:04:30.000Z', rows: 100 },
    };
    rows.push(link(rows.at(-1)!, restore, seal));
    for (let n = 61; n < 70; n++) rows.push(link(rows.at(-1)!, entry(n), seal));
    return rows;
  };
  const RESTORE = { seq: 5, at: '2026-10-01T01:00:00.000Z', backup: '2026-10-01T00:04:30.000Z' };

  it('tell where the end was, and hold for a log that went on', async () => {
    const rows = chain(9);
    expect(await against(rows, anchorAt(rows, 9), anchorAt(rows, 2), anchorAt(rows, 5))).toEqual({
      kind: 'whole',
      rows: 9,
      head: 'reached',
    });
  });

  it('show a log that was sealed anew from some row on by someone who has the key', async () => {
    const written = chain(9);
    const forged = chain(3);
    for (let n = 4; n <= 9; n++) forged.push(link(forged.at(-1)!, { ...entry(n), name: '別の人' }, seal));
    expect(await verifyChain(each(forged), seal, headOf(forged))).toMatchObject({ kind: 'whole' });
    expect(await against(forged, anchorAt(written, 2), anchorAt(written, 7))).toEqual({
      kind: 'broken',
      seq: 7,
      why: 'changed',
    });
  });

  it('show what was cut off', async () => {
    expect(await against(chain(6), anchorAt(chain(9), 9))).toEqual({ kind: 'broken', seq: 7, why: 'cut' });
  });

  it('know a backup that was read in as a cut with its date, however far the log has gone since', async () => {
    const cut = { kind: 'broken', seq: 5, why: 'cut', restored: RESTORE };
    for (const length of [5, 8, 14])
      for (const at of [null, '2026-10-01T00:59:59Z'])
        expect(await against(restored().slice(0, length), anchorAt(chain(9), 8, at))).toEqual(cut);
    expect(await against(restored(), anchorAt(restored(), 12))).toEqual({
      kind: 'whole',
      rows: 14,
      head: 'reached',
      restored: RESTORE,
    });
  });

  it('do not take a restore for the reason of what went missing after it', async () => {
    expect(await against(restored().slice(0, 8), anchorAt(restored(), 12, '2026-10-01T02:00:00Z'))).toEqual({
      kind: 'broken',
      seq: 9,
      why: 'cut',
    });
  });
});

describe('a file of them', () => {
  const HASH = 'a'.repeat(64);

  it('is read as it was written, and without times like audit.head', () => {
    const anchors = [
      { at: new Date('2026-10-01T00:00:00.000Z'), seq: 7, hash: HASH },
      { at: null, seq: 8, hash: HASH },
    ];
    expect(parseAnchors(anchors.map(anchorLine).join(''))).toEqual(anchors);
    expect(parseAnchors(`8 ${HASH}\n`)).toEqual([anchors[1]]);
  });

  it.each(['', '\n', 'hello', `8 ${HASH} more`, `-1 ${HASH}`, `8 ${HASH.slice(1)}`, `yesterday 8 ${HASH}`])(
    'is none: %j',
    (text) => {
      expect(parseAnchors(text)).toBeNull();
    },
  );
});
