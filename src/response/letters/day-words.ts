import type { DayPart } from '../../cases/index.ts';
import type { Day } from '../care.ts';
import type { LetterLanguage } from './kinds.ts';
import type { Quote, Told } from './letter.ts';

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

/** What a letter says of words and facts that nobody has on paper. */
export const AS_TOLD: Readonly<Record<LetterLanguage, string>> = {
  ja: '従業員の申告による',
  en: 'as told by an employee',
};

const WAYS: Readonly<Record<LetterLanguage, Readonly<Record<Told['channel'], string>>>> = {
  ja: { phone: '電話', visit: '面談・訪問', sns: '投稿', other: '書面以外' },
  en: { phone: 'phone call', visit: 'visit', sns: 'post', other: 'not in writing' },
};

const PARTS: Readonly<Record<LetterLanguage, Readonly<Record<DayPart, string>>>> = {
  ja: { morning: '午前', afternoon: '午後', evening: '夕方', night: '夜', day: '' },
  en: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night', day: '' },
};

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** When and how words were said, as a letter introduces them. */
export function whenWords(
  { at, told }: Pick<Quote, 'at' | 'told'>,
  language: LetterLanguage,
  timeZone: string,
): string {
  const day = { timeZone, year: 'numeric', month: 'long', day: 'numeric' } as const;
  const locale = LOCALES[language];
  const exact = told === null || told.about === null;
  const moment = exact
    ? new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(at)
    : [new Intl.DateTimeFormat(locale, day).format(at), PARTS[language][told.about]].join(' ').trim();
  const ja = language === 'ja';
  if (told === null) return ja ? `${moment}（メール）` : `${moment} (mail)`;
  const how = [WAYS[language][told.channel], AS_TOLD[language]].join(ja ? '、' : ', ');
  return ja ? `${moment}（${how}）` : `${moment} (${how})`;
}
