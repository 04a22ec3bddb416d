import type { JudgedRow } from '../../cases/index.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** When a trial looks from and to. */
export interface Span {
  readonly since: Date;
  readonly until: Date;
}

/** Whole weeks, counted back from the end; at least one: of a few days nobody can tell a week. */
const weeksIn = ({ since, until }: Span): number =>
  Math.max(1, Math.floor((until.getTime() - since.getTime()) / WEEK_MS));

/** How many of these moments lie in each of the weeks. */
export function perWeek(moments: readonly Date[], span: Span): number[] {
  const weeks = Array.from({ length: weeksIn(span) }, () => 0);
  for (const at of moments) {
    const week = Math.floor((span.until.getTime() - 1 - at.getTime()) / WEEK_MS);
    if (week >= 0 && week < weeks.length) weeks[week]! += 1;
  }
  return weeks;
}

/**
 * The mails with which a case would begin. Mails of a thread join its case while that is open; nobody knows how soon it would have been
 * decided: a week is taken.
 *
 * @param rows surfaced ones, in the order in which they came
 */
export function beginningsOf<R extends Pick<JudgedRow, 'thread' | 'at'>>(rows: readonly R[]): R[] {
  const open = new Map<string | null, Date>();
  return rows.filter(({ thread, at }) => {
    const known = open.get(thread);
    if (known !== undefined && at.getTime() - known.getTime() < WEEK_MS) return false;
    open.set(thread, at);
    return true;
  });
}
