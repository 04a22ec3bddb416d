/** The day it is where the clocks are those of `timeZone`: YYYY-MM-DD, which sorts as it is written. */
export const dayOf = (at: Date, timeZone: string): string => dayFormat(timeZone).format(at);

/** Day and minute where the clocks are those of `timeZone`: YYYY-MM-DD HH:MM, which spreadsheets read as a time. */
export const minuteOf = (at: Date, timeZone: string): string => minuteFormat(timeZone).format(at);

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

/** The day `later` days after another. */
export const dayAfter = (day: string, later: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);

/**
 * When it is `time` (HH:MM) on a day where the clocks are those of `timeZone`. A time that a change of the clocks leaves out is the moment
 * of the change, within its hour.
 */
export function momentIn(day: string, time: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const guess = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(guess, timeZone)); // once more: the clocks may change in between
}

/** How far the clocks of `timeZone` are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = offsetFormat(timeZone).formatToParts(at);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(
    parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  ) ?? [null, '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const dayFormat = keptByZone((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }));
const minuteFormat = keptByZone(
  (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
);
const offsetFormat = keptByZone((timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }));

/** Making a formatter costs a hundred times more than using it. */
function keptByZone(make: (timeZone: string) => Intl.DateTimeFormat): (timeZone: string) => Intl.DateTimeFormat {
  const kept = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = kept.get(timeZone) ?? make(timeZone);
    kept.set(timeZone, known);
    return known;
  };
}
