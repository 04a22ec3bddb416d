import { describe, expect, it } from 'vitest';
import type { AuditLog } from '../../../src/actions/audit-log.ts';
import { ACTS } from '../../../src/actions/index.ts';
import { type ActDeps, act, perform } from '../../../src/actions/kernel/act.ts';
import { caseNumber, line, rowId } from '../../../src/actions/kernel/ask.ts';
import type { AuditEntry } from '../../../src/audit/index.ts';
import type { Db } from '../../../src/store/index.ts';

/** A log that keeps what is written; a transaction that is none. */
function trial() {
  const kept: AuditEntry[] = [];
  const during: AuditLog['during'] = async (write, entryOf) => {
    const done = await write('tx' as unknown as Db);
    const entry = entryOf(done);
    if (entry !== null) kept.push(entry);
    return done;
  };
  const now = () => new Date('2026-07-03T20:00:00Z'); // in Tokyo it is the 4th
  return { kept, deps: { audit: { during }, now, company: { timeZone: 'Asia/Tokyo' } } as unknown as ActDeps };
}
const by = (...roles: string[]) =>
  ({ kind: 'program', id: 'x', name: '連携', roles, owner: null, address: null }) as const;

const rename = act({
  path: '/things/:thing/name',
  right: 'cooperation.manage',
  audit: 'cooperation.record',
  about: 'caseId',
  ask: { thing: rowId(), name: line(5), caseId: caseNumber() },
  logged: ['name'],
  to: ({ thing }, done: string) => `thing/${thing}/${done}`,
  do: async (tx, { name }, { by, today, sight }) => `${String(tx)} ${name} ${by} ${today} ${sight.seesConfidential}`,
});
const GOOD = { thing: '7', name: '名前' };

describe('an act', () => {
  it('is done with its entry: who, what, to what, and no more than it says may be kept', async () => {
    const { kept, deps } = trial();
    const done = 'tx 名前 api:連携 2026-07-04 true';
    expect(await perform(rename, deps, by('desk'), GOOD)).toBe(done);
    expect(kept).toMatchObject([
      { name: 'api:連携', action: 'cooperation.record', target: `thing/7/${done}`, details: { name: '名前' } },
    ]);
  });

  it.each([
    ['a right before all else', by('auditor'), { caseId: 'x', name: '' }, { code: 'not-allowed' }],
    ['a case before what was asked', by('lead'), { caseId: 'x', name: '' }, { code: 'no-such-case' }],
    ['an id before the rest', by('lead'), { thing: '0', name: '' }, { code: 'not-there' }],
    ['its fields', by('lead'), { name: '' }, { reason: { code: 'wrong-fields', fields: { name: 'missing' } } }],
  ])('asks %s, and writes nothing when it is refused', async (_, actor, more, refusal) => {
    const { kept, deps } = trial();
    await expect(perform(rename, deps, actor, { ...GOOD, ...more })).rejects.toMatchObject(refusal);
    expect(kept).toEqual([]);
  });
});

describe('every act', () => {
  it.each(ACTS.map((one) => [one.path, one] as const))(
    '%s asks what its address names, and logs what it asks',
    (path, one) => {
      const logged = 'logged' in one ? one.logged : [];
      const named = [...path.matchAll(/:(\w+)/g)].map((hit) => hit[1]!);
      expect(Object.keys(one.ask)).toEqual(
        expect.arrayContaining([...named, ...logged, ...(one.about === undefined ? [] : [one.about])]),
      );
      for (const name of logged) expect(['choice', 'choices', 'day', 'id', 'pick']).toContain(one.shapes[name]!.kind); // never words
    },
  );

  it('has an address of its own', () => expect(new Set(ACTS.map(({ path }) => path)).size).toBe(ACTS.length));
});
