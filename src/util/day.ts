/** The day it is where the clocks are those of `timeZone`: YYYY-MM-DD, which sorts as it is written. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/**
 * Whether something is a day of the calendar, written YYYY-MM-DD. `Date` itself reads the 31st of February as a day of March.
 *
 * @example
 * isDay('2026-02-31') // → false
 */
export function isDay(written: string): boolean {
  const at = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === written;
}
