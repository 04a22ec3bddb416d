import { dayOf } from '../../util/day.ts';
import { shiftsFrom } from './calendar.ts';
import type { Limit, WorkCalendar } from './plan.ts';

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Where and when the company works. */
export interface WorkTime {
  readonly calendar: WorkCalendar;
  readonly timeZone: string;
}

/**
 * When a limit that began at `start` is over. Working days are those after the day of the start, the last one until work ends: what came
 * on a Friday evening and has one day has until Monday evening. A moment, not a time on a clock: no change of the clocks moves it.
 */
export function dueAt(start: Date, { amount, unit }: Limit, { calendar, timeZone }: WorkTime): Date {
  switch (unit) {
    case 'minutes':
    case 'hours':
    case 'days':
      return new Date(start.getTime() + amount * MS[unit]);
    case 'working-hours':
      return afterWorking(start, amount * MS.hours, { calendar, timeZone });
    case 'working-days': {
      const first = dayOf(start, timeZone);
      let left = amount;
      for (const { day, until } of shiftsFrom(calendar, timeZone, start)) if (day > first && --left === 0) return until;
      return new Date(start.getTime() + amount * MS.days); // a calendar without work: nothing else can be said
    }
  }
}

function afterWorking(start: Date, ms: number, { calendar, timeZone }: WorkTime): Date {
  let left = ms;
  for (const { from, until } of shiftsFrom(calendar, timeZone, start)) {
    const begins = Math.max(from.getTime(), start.getTime());
    const length = until.getTime() - begins;
    if (length <= 0) continue;
    if (left <= length) return new Date(begins + left);
    left -= length;
  }
  return new Date(start.getTime() + ms);
}

/**
 * When somebody is reminded: after so much of the time, and for a limit of working time not before work begins again. Never after `due`.
 */
export function remindAt(start: Date, due: Date, limit: Limit, percent: number, work: WorkTime): Date {
  const at = new Date(start.getTime() + Math.floor(((due.getTime() - start.getTime()) * percent) / 100));
  if (!limit.unit.startsWith('working-')) return at;
  for (const { from, until } of shiftsFrom(work.calendar, work.timeZone, at)) {
    if (until <= at) continue;
    return new Date(Math.min(Math.max(from.getTime(), at.getTime()), due.getTime()));
  }
  return at;
}
