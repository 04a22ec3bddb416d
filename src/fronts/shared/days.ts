import { dayOf, isDay } from '../../util/day.ts';

/**
 * The first moment of a day, `later` days after `day` (YYYY-MM-DD), where the clocks are those of `timeZone`; null for no day, and
 * for one of a year that a database does not know or nobody means.
 */
export function dayStart(day: string, timeZone: string, later = 0): Date | null {
  if (!isDay(day) || !isUsualYear(day)) return null;
  const utc = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  const guess = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(guess, timeZone)); // once more: the clocks may change in between
}

/** Whether a day or moment (ISO 8601) lies in the years 1900 to 2999: beyond them, databases and their drivers disagree. */
export const isUsualYear = (written: string): boolean => /^(19|2\d)\d\d-/.test(written);

/** When the day of `now` began where the clocks are those of `timeZone`. */
export function todayStart(now: Date, timeZone: string): Date {
  return dayStart(dayOf(now, timeZone), timeZone) ?? now;
}

/** How far the clocks of `timeZone` are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(
    parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  ) ?? [null, '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
