import type { WeeklyRate } from '../../../tuning/index.ts';
import type { Messages } from '../shell/messages.ts';

/** So many a week, with the interval. */
export function rateOf({ language, pastRuns }: Messages, rate: WeeklyRate | null): string {
  if (rate === null) return pastRuns.nothing;
  const one = (n: number) => n.toLocaleString(language.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return pastRuns.rate(one(rate.perWeek), one(rate.low), one(rate.high));
}
