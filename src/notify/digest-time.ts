const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/**
 * The last of the set times that has come. On the day a clock is moved it may be off by that hour.
 * @param times of day like 09:00, in `timeZone`
 *
 * @example
 * lastDigestTime(new Date('2026-12-01T10:30:00+09:00'), ['09:00', '13:00'], 'Asia/Tokyo')
 * // → new Date('2026-12-01T09:00:00+09:00')
 */
export function lastDigestTime(now: Date, times: readonly string[], timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const minutes = minutesOf(clock.format(now));
  const ago = times.map((time) => (minutes - minutesOf(time) + DAY_MINUTES) % DAY_MINUTES);
  const thisMinute = Math.floor(now.getTime() / MINUTE) * MINUTE;
  return new Date(thisMinute - Math.min(...ago) * MINUTE);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}
