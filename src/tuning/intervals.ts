/** Where a ratio may truly lie, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of a ratio by Wilson (1927): honest for few mails, where ± a standard error is not; null over nothing.
 *
 * @example
 * wilson(0, 0) // → null
 */
export function wilson(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const z = 1.96;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** So many a week, and where the true rate may lie. */
export interface WeeklyRate {
  readonly perWeek: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Mean of counts per week with its 95 % interval: Poisson by Byar's approximation, widened where the weeks differ more than chance
 * lets them (quasi-Poisson). Null over nothing.
 *
 * @example
 * weeklyRate([]) // → null
 */
export function weeklyRate(weeks: readonly number[]): WeeklyRate | null {
  if (weeks.length === 0) return null;
  const z = 1.96;
  const total = weeks.reduce((sum, count) => sum + count, 0);
  const mean = total / weeks.length;
  const squares = weeks.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const spread = mean === 0 || weeks.length < 2 ? 1 : Math.max(1, squares / (weeks.length - 1) / mean);
  const seen = total / spread;
  const low = seen === 0 ? 0 : seen * (1 - 1 / (9 * seen) - z / (3 * Math.sqrt(seen))) ** 3;
  const more = seen + 1;
  const high = more * (1 - 1 / (9 * more) + z / (3 * Math.sqrt(more))) ** 3;
  const scale = spread / weeks.length;
  return { perWeek: mean, low: Math.max(0, low) * scale, high: high * scale };
}
