import { describe, expect, it } from 'vitest';
import { type AuditRow, type Head, link, sealWith, verifyChain } from '../../src/audit/index.ts';
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
