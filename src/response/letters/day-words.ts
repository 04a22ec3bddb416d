import type { DayPart } from '../../cases/index.ts';
import type { Day } from '../care.ts';
import type { LetterLanguage } from './kinds.ts';
import type { Quote, Told } from './letter.ts';

/** How dates are written. */
export const LOCALES: Readonly<Record<LetterLanguage, string>> = { ja: 'ja-JP', en: 'en-GB' };

/**
 * A day as a letter writes it.
 *
 * @example
 * dayWords('2026-12-10', 'ja') // → '2026年12月10日'
 */
export const dayWords = (day: Day, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** What stands between a day and what happened on it. */
export const BEHIND_DAY: Readonly<Record<LetterLanguage, string>> = { ja: '　', en: ': ' };

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

/** That words were written, and the signs around how they came and between its parts. */
const BY_MAIL: Readonly<Record<LetterLanguage, readonly [mail: string, open: string, comma: string, close: string]>> = {
  ja: ['メール', '（', '、', '）'],
  en: ['mail', ' (', ', ', ')'],
};

/** The zone stands last: Chinese dates would have it between day and hour. */
const zoneAt = (at: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value;

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
    ? `${new Intl.DateTimeFormat(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at)} ${zoneAt(at, locale, timeZone)}`
    : [new Intl.DateTimeFormat(locale, day).format(at), PARTS[language][told.about]].join(' ').trim();
  const [mail, open, comma, close] = BY_MAIL[language];
  const how = told === null ? mail : [WAYS[language][told.channel], AS_TOLD[language]].join(comma);
  return `${moment}${open}${how}${close}`;
}
