import type { Language } from './language.ts';

/** Writes moments for people. */
export interface Clock {
  date(at: Date): string; // 2026年7月3日(金) 9:05
  age(at: Date, now: Date): string; // 3時間前
  time(at: Date): string; // 9:05
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function createClock(language: Language, timeZone: string): Clock {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  return {
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    age(at, now) {
      const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
      const step = STEPS.find(([, length]) => seconds >= length);
      const said = step ? relative.format(-Math.floor(seconds / step[1]), step[0]) : relative.format(0, 'second');
      return language === 'ja' ? said.replaceAll(' ', '') : said; // 3 時間前 → 3時間前
    },
  };
}

/** The first moment of a day, `later` days after `day` (YYYY-MM-DD), where the clocks are those of `timeZone`; null for no day. */
export function dayStart(day: string, timeZone: string, later = 0): Date | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  const utc = at + later * 86_400_000;
  const guess = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(guess, timeZone)); // once more: the clocks may change in between
}

/** When the day of `now` began where the clocks are those of `timeZone`. */
export function todayStart(now: Date, timeZone: string): Date {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now); // YYYY-MM-DD
  return dayStart(day, timeZone) ?? now;
}

/** How far the clocks of `timeZone` are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(
    parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  ) ?? [null, '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
