import holidays from '@holiday-jp/holiday_jp';
import { dayAfter, dayOf, momentIn } from '../../util/day.ts';
import type { Day } from '../care.ts';
import type { WorkCalendar } from './plan.ts';

/** A stretch in which the company works: from, included, until, not included. */
export interface Shift {
  readonly from: Date;
  readonly until: Date;
}

/** Days that are looked at before a calendar counts as one without work. */
const MOST_DAYS = 4000;

/** The last day up to which public holidays are known; later ones are worked days here. */
export const HOLIDAYS_UNTIL = Object.keys(holidays.holidays).sort().at(-1)!;

/**
 * Whether a day is worked: the company's own days come before public holidays, and those before the week.
 *
 * @example
 * isWorked({ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', publicHolidays: true, daysOff: [], workedDays: [] }, '2026-11-23') // → false
 */
export function isWorked({ weekdays, publicHolidays, daysOff, workedDays }: WorkCalendar, day: Day): boolean {
  if (daysOff.includes(day)) return false;
  if (workedDays.includes(day)) return true;
  if (publicHolidays && day in holidays.holidays) return false;
  return weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
}

/** The shifts from the day of a moment on, without end as long as the calendar has worked days. */
export function* shiftsFrom(
  calendar: WorkCalendar,
  timeZone: string,
  at: Date,
): Generator<Shift & { readonly day: Day }> {
  const first = dayOf(at, timeZone);
  for (let later = 0; later < MOST_DAYS; later++) {
    const day = dayAfter(first, later) as Day;
    if (!isWorked(calendar, day)) continue;
    const from = momentIn(day, calendar.opens, timeZone);
    const until = momentIn(day, calendar.closes, timeZone);
    if (from < until) yield { day, from, until };
  }
}
