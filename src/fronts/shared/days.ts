import { dayAfter, dayOf, isDay, momentIn } from '../../util/day.ts';

/**
 * The first moment of a day, `later` days after `day` (YYYY-MM-DD), where the clocks are those of `timeZone`; null for no day, and
 * for one of a year that a database does not know or nobody means.
 */
export function dayStart(day: string, timeZone: string, later = 0): Date | null {
  if (!isDay(day) || !isUsualYear(day)) return null;
  return momentIn(dayAfter(day, later), '00:00', timeZone);
}

/** Whether a day or moment (ISO 8601) lies in the years 1900 to 2999: beyond them, databases and their drivers disagree. */
export const isUsualYear = (written: string): boolean => /^(19|2\d)\d\d-/.test(written);

/** When the day of `now` began where the clocks are those of `timeZone`. */
export function todayStart(now: Date, timeZone: string): Date {
  return dayStart(dayOf(now, timeZone), timeZone) ?? now;
}
