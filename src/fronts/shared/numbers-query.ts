import { dayOf, isDay } from '../../util/day.ts';
import { dayStart } from './days.ts';

export const PERS = ['week', 'month'] as const;
export type Per = (typeof PERS)[number];

/** Which weeks or months a page of numbers is about: twelve, the last of which is looked at closely. */
export interface NumbersQuery {
  readonly per: Per;
  readonly starts: readonly string[]; // first days (YYYY-MM-DD) of the twelve, and of the one after them
  readonly isNewest: boolean; // the last one has today in it
}

const SHOWN = 12;
const DAY_MS = 86_400_000;

/** What is asked wrongly is as if it had not been asked: the newest weeks. What lies ahead is not shown. */
export function readNumbersQuery(query: Readonly<Record<string, string>>, now: Date, timeZone: string): NumbersQuery {
  const per = PERS.find((one) => one === query.per) ?? 'week';
  const today = dayOf(now, timeZone);
  const newest = startOf(today, per);
  const wanted = isDay(query.last ?? '') && query.last!.startsWith('20') ? startOf(query.last!, per) : newest;
  const isAhead = wanted > newest;
  const last = isAhead ? newest : wanted;
  return {
    per,
    starts: Array.from({ length: SHOWN + 1 }, (_, i) => moved(last, per, i + 1 - SHOWN)),
    isNewest: last === newest,
  };
}

export const numbersUrl = (per: Per, last: string | null, path = '/numbers'): string =>
  `${path}?${new URLSearchParams({ per, ...(last === null ? {} : { last }) })}`;

/** The twelve beginnings and the end as moments, where the clocks are those of `timeZone`. */
export const edgesOf = ({ starts }: NumbersQuery, timeZone: string): Date[] =>
  starts.map((day) => dayStart(day, timeZone)!);

/** The first day of the stretch before or after; `by` counts weeks or months. */
export function moved(start: string, per: Per, by: number): string {
  if (per === 'week') return written(Date.parse(`${start}T00:00:00Z`) + by * 7 * DAY_MS);
  const [year, month] = start.split('-').map(Number);
  return written(Date.UTC(year!, month! - 1 + by, 1));
}

/** The last day of the stretch that ends before `next` begins. */
export const lastDayBefore = (next: string): string => written(Date.parse(`${next}T00:00:00Z`) - DAY_MS);

/** Weeks begin on Monday. */
function startOf(day: string, per: Per): string {
  if (per === 'month') return `${day.slice(0, 7)}-01`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return written(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS);
}

const written = (at: number): string => new Date(at).toISOString().slice(0, 10);
