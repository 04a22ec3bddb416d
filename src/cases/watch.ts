import { dayAfter, dayOf, isDay, momentIn } from '../util/day.ts';

/** How many days ahead a watch ends unless somebody says otherwise, and at most. */
export const WATCH_DAYS = { usual: 90, most: 365 };

const ahead = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000);

/** The last day of a watch that nobody gave a day, where the clocks are those of `timeZone`: YYYY-MM-DD. */
export const usualWatchEnd = (now: Date, timeZone: string): string => dayOf(ahead(now, WATCH_DAYS.usual), timeZone);

/**
 * When a watch ends that has `day` for its last: as the day after it begins. Null for what is no such day, is not after today,
 * or lies too far ahead.
 */
export function watchEnd(day: string, now: Date, timeZone: string): Date | null {
  if (!isDay(day) || day <= dayOf(now, timeZone) || day > dayOf(ahead(now, WATCH_DAYS.most), timeZone)) return null;
  return momentIn(dayAfter(day, 1), '00:00', timeZone);
}

/** The last day of a watch. */
export const lastWatchDay = (until: Date): Date => new Date(until.getTime() - 1);
