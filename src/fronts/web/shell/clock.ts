import type { Language } from '../../shared/index.ts';

/** Writes moments for people. */
export interface Clock {
  date(at: Date): string; // 2026年7月3日(金) 9:05
  day(at: Date): string; // 2026年7月3日
  short(at: Date): string; // 7/3 9:05, where the year goes without saying
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
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
  });
  const short = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  return {
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    short: (at) => short.format(at),
    age(at, now) {
      const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
      const step = STEPS.find(([, length]) => seconds >= length);
      const said = step ? relative.format(-Math.floor(seconds / step[1]), step[0]) : relative.format(0, 'second');
      return language === 'ja' ? said.replaceAll(' ', '') : said; // 3 時間前 → 3時間前
    },
  };
}
