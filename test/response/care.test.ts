import { describe, expect, it } from 'vitest';
import {
  CARE_POINTS,
  type Care,
  type CareRecord,
  type Day,
  type FollowUp,
  isDue,
  openPoints,
  parseDay,
  stateOf,
  todayIn,
} from '../../src/response/index.ts';

const day = (written: string) => written as Day;
const record = (state: CareRecord['state']): CareRecord => ({ state, note: '', by: '花子', at: new Date(0) });
const planned: FollowUp = { id: '1' as never, due: day('2026-12-01'), note: '', by: '花子', done: null };
const care = (given: Partial<Care>): Care => ({
  caseId: '1' as never,
  records: {},
  followUps: [],
  recurrence: null,
  stopped: false,
  ...given,
});

describe('a care list', () => {
  it('begins with every point open', () => {
    expect(openPoints(care({}))).toEqual(CARE_POINTS);
  });

  it('counts what is done and what the person declined, and not what was taken back', () => {
    const records = { thread: record('done'), health: record('declined'), desk: record('open') };
    expect(openPoints(care({ records }))).toEqual(['second', 'text', 'desk', 'wishes', 'follow-up']);
  });

  it('takes a planned day, asked or not, for the last point', () => {
    expect(stateOf(care({ followUps: [planned] }), 'follow-up')).toBe('done');
    expect(stateOf(care({ followUps: [planned], records: { 'follow-up': record('open') } }), 'follow-up')).toBe('done');
    expect(stateOf(care({ records: { 'follow-up': record('declined') } }), 'follow-up')).toBe('declined');
  });

  it('is due from the day on, until somebody asked', () => {
    expect(isDue(planned, day('2026-11-30'))).toBe(false);
    expect(isDue(planned, day('2026-12-01'))).toBe(true);
    expect(isDue({ ...planned, done: { by: '花子', at: new Date(0) } }, day('2027-01-01'))).toBe(false);
  });
});

describe('a day that somebody plans', () => {
  const today = day('2026-11-26');

  it.each(['2026-11-26', '2028-02-29', '2031-11-26'])('may be %s', (written) => {
    expect(parseDay(written, today)).toBe(written);
  });

  it.each(['', '2026-11-25', '2027-02-29', '2026-13-01', '2031-11-27', '20261-11-26', '2026/12/01', '２０２６-12-01'])(
    'is not %s',
    (written) => {
      expect(parseDay(written, today)).toBeNull();
    },
  );

  it('begins where the company is', () => {
    expect(todayIn('Asia/Tokyo', new Date('2026-11-25T15:00:00Z'))).toBe(today);
    expect(todayIn('Asia/Tokyo', new Date('2026-11-25T14:59:59Z'))).toBe('2026-11-25');
  });
});
