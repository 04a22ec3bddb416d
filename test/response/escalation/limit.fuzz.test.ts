import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftsFrom } from '../../../src/response/escalation/calendar.ts';
import {
  type Day,
  dueAt,
  isWorked,
  LIMIT_UNITS,
  type Limit,
  remindAt,
  type WorkCalendar,
  type WorkTime,
} from '../../../src/response/index.ts';
import { dayOf } from '../../../src/util/day.ts';

/** Two zones that move their clocks, one of them by half an hour, and two that do not. */
const zone = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC');
const start = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const day = start.map((at) => at.toISOString().slice(0, 10) as Day);
const calendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    opens: fc.constantFrom('00:00', '08:30', '09:00', '01:15'),
    closes: fc.constantFrom('12:00', '18:00', '23:59', '03:45'),
    publicHolidays: fc.boolean(),
    daysOff: fc.array(day, { maxLength: 20 }),
    workedDays: fc.array(day, { maxLength: 20 }),
  })
  .filter(({ opens, closes }) => opens < closes);
const work: fc.Arbitrary<WorkTime> = fc.record({ calendar, timeZone: zone });
const amount = fc.integer({ min: 1, max: 60 });
const limit: fc.Arbitrary<Limit> = fc.record({ amount, unit: fc.constantFrom(...LIMIT_UNITS) });

/** Milliseconds of work between two moments, counted apart from the program's way of going there. */
function worked({ calendar, timeZone }: WorkTime, from: Date, until: Date): number {
  let sum = 0;
  for (const shift of shiftsFrom(calendar, timeZone, from)) {
    if (shift.from >= until) break;
    const begins = Math.max(shift.from.getTime(), from.getTime());
    sum += Math.max(0, Math.min(shift.until.getTime(), until.getTime()) - begins);
  }
  return sum;
}

describe('when a limit is over', () => {
  it('is always later than its start, and never earlier for one that began later', () => {
    fc.assert(
      fc.property(work, limit, start, fc.integer({ min: 0, max: 10 ** 9 }), (where, limit, at, later) => {
        const due = dueAt(at, limit, where);
        expect(due.getTime()).toBeGreaterThan(at.getTime());
        expect(dueAt(new Date(at.getTime() + later), limit, where).getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
    );
  });

  it('leaves exactly so many working hours, and ends while people work', () => {
    fc.assert(
      fc.property(work, amount, start, (where, hours, at) => {
        const due = dueAt(at, { amount: hours, unit: 'working-hours' }, where);
        expect(worked(where, at, due)).toBe(hours * 3_600_000);
        expect(isWorked(where.calendar, dayOf(new Date(due.getTime() - 1), where.timeZone) as Day)).toBe(true);
      }),
    );
  });

  it('leaves so many whole working days after the day on which it began', () => {
    fc.assert(
      fc.property(work, amount, start, (where, days, at) => {
        const due = dueAt(at, { amount: days, unit: 'working-days' }, where);
        const shifts = [];
        for (const shift of shiftsFrom(where.calendar, where.timeZone, at)) {
          if (shift.until > due) break;
          if (shift.day > dayOf(at, where.timeZone)) shifts.push(shift);
        }
        expect(shifts).toHaveLength(days);
        expect(shifts.at(-1)!.until).toEqual(due);
      }),
    );
  });

  it('counts plain time by the stretch that passes, whatever the clocks do', () => {
    fc.assert(
      fc.property(work, amount, start, (where, hours, at) => {
        expect(dueAt(at, { amount: hours, unit: 'hours' }, where).getTime() - at.getTime()).toBe(hours * 3_600_000);
      }),
    );
  });

  it('is reminded of between start and end, and for working time at a working time', () => {
    fc.assert(
      fc.property(work, limit, start, fc.integer({ min: 1, max: 99 }), (where, limit, at, percent) => {
        const due = dueAt(at, limit, where);
        const remind = remindAt(at, due, limit, percent, where);
        expect(remind.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(remind.getTime()).toBeLessThanOrEqual(due.getTime());
        if (limit.unit.startsWith('working-') && remind < due)
          expect(isWorked(where.calendar, dayOf(remind, where.timeZone) as Day)).toBe(true);
      }),
    );
  });
});
