import { describe, expect, it } from 'vitest';
import {
  type ClockFacts,
  clockStateAt,
  clocksOf,
  type Day,
  dueAt,
  type EscalationPlan,
  isWorked,
  levelOf,
  planIn,
  rowFor,
  SHIPPED_PLAN,
} from '../../../src/response/index.ts';

const ZONE = 'Asia/Tokyo';
const tokyo = (written: string) => new Date(`${written}+09:00`);
const work = { calendar: SHIPPED_PLAN.calendar, timeZone: ZONE };
const version = (n: number, at: Date, rules: EscalationPlan = SHIPPED_PLAN) => ({
  version: n,
  rules,
  by: '管理者',
  person: null,
  at,
});

const FACTS: ClockFacts = {
  status: 'open',
  kind: 'mail',
  band: 'urgent',
  acts: ['insult-person'],
  severity: null,
  since: { look: tokyo('2026-11-20T17:00:00'), decide: tokyo('2026-11-20T17:00:00'), care: null },
};
const since = tokyo('2026-01-01T00:00:00');
const clocks = (facts: Partial<ClockFacts>, versions = [version(1, since)]) =>
  clocksOf({ ...FACTS, ...facts }, planIn(versions), ZONE);

describe('a day', () => {
  it.each([
    ['a Friday', '2026-11-20', true],
    ['a Sunday', '2026-11-22', false],
    ['Labour Thanksgiving Day, a Monday', '2026-11-23', false],
    ['a substitute holiday', '2027-03-22', false],
  ] as const)('%s is worked or not', (_, day, worked) => {
    expect(isWorked(SHIPPED_PLAN.calendar, day as Day)).toBe(worked);
  });

  it('that the company names itself is what it says, whatever the others are', () => {
    const days = ['2026-11-20', '2026-11-23'] as Day[];
    const own = { ...SHIPPED_PLAN.calendar, daysOff: [days[0]!], workedDays: [days[1]!] };
    expect(isWorked(own, days[0]!)).toBe(false);
    expect(isWorked(own, days[1]!)).toBe(true);
    expect(isWorked({ ...own, workedDays: [], publicHolidays: false }, days[1]!)).toBe(true);
  });
});

describe('the end of a limit', () => {
  it('jumps over evenings, weekends and holidays', () => {
    const friday = tokyo('2026-11-20T17:00:00');
    expect(dueAt(friday, { amount: 2, unit: 'working-hours' }, work)).toEqual(tokyo('2026-11-24T10:00:00'));
    expect(dueAt(friday, { amount: 1, unit: 'working-days' }, work)).toEqual(tokyo('2026-11-24T18:00:00'));
    expect(dueAt(friday, { amount: 30, unit: 'minutes' }, work)).toEqual(tokyo('2026-11-20T17:30:00'));
  });

  it('keeps to the clock on the wall where clocks are moved', () => {
    const berlin = { calendar: { ...work.calendar, publicHolidays: false }, timeZone: 'Europe/Berlin' };
    const friday = new Date('2026-03-27T16:00:00Z'); // 17:00; on Sunday clocks go ahead
    expect(dueAt(friday, { amount: 1, unit: 'working-days' }, berlin)).toEqual(new Date('2026-03-30T16:00:00Z')); // 18:00
  });
});

describe('where a case stands', () => {
  it.each([
    ['urgent', { status: 'open', kind: 'mail', band: 'urgent', severity: null }, 'urgent'],
    ['handed in', { status: 'open', kind: 'report', band: 'review', severity: null }, 'report'],
    ['handed in and urgent', { status: 'open', kind: 'report', band: 'urgent', severity: null }, 'urgent'],
    [
      'handed in, of a grave act told calmly',
      { status: 'open', kind: 'report', band: 'review', acts: ['physical-violence'], severity: null },
      'urgent',
    ],
    [
      'a mail in which such an act is told',
      { status: 'open', kind: 'mail', band: 'review', acts: ['physical-violence'], severity: null },
      'review',
    ],
    ['unreadable', { status: 'open', kind: 'unreadable', band: null, severity: null }, 'unreadable'],
    ['approved', { status: 'approved', kind: 'mail', band: 'urgent', severity: 3 }, 'severity-3'],
    ['approved without a severity', { status: 'approved', kind: 'mail', band: 'urgent', severity: null }, null],
    ['dismissed', { status: 'dismissed', kind: 'mail', band: 'urgent', severity: null }, null],
    ['open and ordinary', { status: 'open', kind: 'mail', band: 'ordinary', severity: null }, null],
  ] as const)('%s', (_, facts, level) => {
    expect(levelOf({ acts: [], ...facts })).toBe(level);
  });
});

describe('the clocks of a case', () => {
  it('are those of its line', () => {
    expect(clocks({}).map(({ step, level, dueAt }) => [step, level, dueAt])).toEqual([
      ['look', 'urgent', tokyo('2026-11-20T17:30:00')],
      ['decide', 'urgent', tokyo('2026-11-24T18:00:00')],
    ]);
  });

  it('end with what they are for', () => {
    expect(clocks({ since: { ...FACTS.since, look: null } }).map(({ step }) => step)).toEqual(['decide']);
    expect(clocks({ status: 'dismissed' })).toEqual([]);
    const approved = { status: 'approved', severity: 3 } as const;
    expect(clocks({ ...approved, since: { ...FACTS.since, care: null } })).toEqual([]);
    const care = clocks({ ...approved, since: { ...FACTS.since, care: tokyo('2026-11-24T10:00:00') } });
    expect(care).toMatchObject([{ step: 'care', level: 'severity-3', dueAt: tokyo('2026-11-25T18:00:00') }]);
  });

  it('follow the line of an act before the one for all', () => {
    const rows = [
      ...SHIPPED_PLAN.rows,
      {
        ...SHIPPED_PLAN.rows[0]!,
        acts: ['sexual' as const],
        limits: { look: { amount: 10, unit: 'minutes' as const } },
      },
    ];
    const plan = { ...SHIPPED_PLAN, rows };
    expect(rowFor(plan, 'urgent', ['insult-person', 'sexual'])!.limits.look!.amount).toBe(10);
    expect(rowFor(plan, 'urgent', ['insult-person'])!.limits.look!.amount).toBe(30);
    expect(rowFor({ ...plan, rows: [] }, 'urgent', [])).toBeNull();
  });

  it('go by the version that was in force when they began, and there are none of before the first', () => {
    const shorter = {
      ...SHIPPED_PLAN,
      rows: [{ ...SHIPPED_PLAN.rows[0]!, limits: { look: { amount: 5, unit: 'minutes' as const } } }],
    };
    const versions = [version(2, tokyo('2026-11-20T18:00:00'), shorter), version(1, tokyo('2026-11-20T12:00:00'))];
    expect(clocks({}, versions)[0]).toMatchObject({ version: 1, dueAt: tokyo('2026-11-20T17:30:00') });
    const later = { look: tokyo('2026-11-20T18:00:00'), decide: null, care: null };
    expect(clocks({ since: later }, versions)).toMatchObject([{ version: 2, dueAt: tokyo('2026-11-20T18:05:00') }]);
    const before = { look: tokyo('2026-11-20T11:00:00'), decide: null, care: null };
    expect(clocks({ since: before }, versions)).toEqual([]);
  });

  it('are late from the moment they are due', () => {
    const [one] = clocks({});
    expect(clockStateAt(one!, tokyo('2026-11-20T17:14:59'))).toBe('running');
    expect(clockStateAt(one!, tokyo('2026-11-20T17:15:00'))).toBe('soon');
    expect(clockStateAt(one!, tokyo('2026-11-20T17:30:00'))).toBe('late');
  });
});
