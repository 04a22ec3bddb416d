import type { Day } from '../care.ts';
import type { LetterLanguage } from './kinds.ts';

const DAYS = {
  ja: new Intl.DateTimeFormat('ja-JP', { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
};

/**
 * A day as a letter writes it.
 *
 * @example
 * dayWords('2026-12-10', 'ja') // → '2026年12月10日'
 */
export const dayWords = (day: Day, language: LetterLanguage): string =>
  DAYS[language].format(new Date(`${day}T00:00:00Z`));
