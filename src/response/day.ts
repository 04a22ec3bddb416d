import { dayOf, isDay } from '../util/day.ts';
import type { Day } from './care.ts';

/** Furthest ahead that somebody plans: a year written with one figure too many is no plan. */
const MOST_YEARS = 5;

/**
 * A day as a form or a program gives it.
 *
 * @returns null for what is no day of the calendar, lies before `today`, or more than five years after it.
 *
 * @example
 * parseDay('2026-02-30', '2026-01-01') // → null
 */
export function parseDay(written: string, today: string): Day | null {
  if (!isDay(written)) return null;
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  return written < today || written > last ? null : (written as Day);
}

/** The day it is, where the company is. */
export const todayIn = (timeZone: string, now: Date): Day => dayOf(now, timeZone) as Day;
