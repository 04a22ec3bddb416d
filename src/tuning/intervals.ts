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
