import { expect, it } from 'vitest';
import { type CaseTimes, keepingOf } from '../../src/cases/index.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1000,
  unopenedDays: 14,
  reportDays: 500,
  registerDays: 1000,
};
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const open: CaseTimes = {
  kind: 'mail',
  status: 'open',
  band: 'grey',
  receivedAt: day(0),
  openedAt: day(2),
  decidedAt: null,
  heldBy: null,
};

it.each([
  ['a grey one, from the later of its times', open, { kind: 'until', at: day(32) }],
  ['a grey one with a newer mail', { ...open, receivedAt: day(5) }, { kind: 'until', at: day(35) }],
  ['a flagged one that waits', { ...open, band: 'review' }, { kind: 'undecided' }],
  ['an unreadable one', { ...open, band: null }, { kind: 'undecided' }],
  ['a dismissed one', { ...open, status: 'dismissed', decidedAt: day(1) }, { kind: 'until', at: day(91) }],
  ['an approved one', { ...open, status: 'approved', decidedAt: day(1) }, { kind: 'until', at: day(1001) }],
  [
    'a dismissed consultation',
    { ...open, kind: 'report', status: 'dismissed', decidedAt: day(1) },
    { kind: 'until', at: day(501) },
  ],
  [
    'an approved consultation',
    { ...open, kind: 'report', status: 'approved', decidedAt: day(1) },
    { kind: 'until', at: day(1001) },
  ],
  ['one on hold', { ...open, status: 'dismissed', decidedAt: day(1), heldBy: '高橋' }, { kind: 'held', by: '高橋' }],
] as const)('%s is kept so long', (_, times, keeping) => {
  expect(keepingOf(times, DAYS)).toEqual(keeping);
});
