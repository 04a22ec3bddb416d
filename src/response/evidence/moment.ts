/**
 * Writes moments for people outside: as the clocks at the company's place show them, which are named.
 *
 * @example
 * momentsIn('Asia/Tokyo')(new Date('2026-07-03T00:05:09Z')) // → '2026-07-03 09:05:09 (Asia/Tokyo)'
 */
export const momentsIn =
  (timeZone: string) =>
  (at: Date): string =>
    `${at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })} (${timeZone})`;
