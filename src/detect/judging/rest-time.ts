import holidays from '@holiday-jp/holiday_jp';

const NIGHT_FROM = 22; // 22:00 to 5:00 is night work in Japanese labour law (労働基準法 §37)
const NIGHT_UNTIL = 5;

/**
 * Whether people are at rest in the company's time zone: night, Saturday, Sunday or a Japanese national holiday.
 *
 * @example
 * isRestTime(new Date('2026-12-01T23:30:00+09:00'), 'Asia/Tokyo') // → true
 */
export function isRestTime(at: Date, timeZone: string): boolean {
  const parts = formatter(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  if (hour >= NIGHT_FROM || hour < NIGHT_UNTIL) return true;
  if (part('weekday') === 'Sat' || part('weekday') === 'Sun') return true;
  return `${part('year')}-${part('month')}-${part('day')}` in holidays.holidays;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
    formatters.set(timeZone, known);
  }
  return known;
}
