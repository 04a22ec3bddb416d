import type { LetterLanguage } from './kinds.ts';

/**
 * A version of the company's rules of measures as a letter names it.
 *
 * @example
 * ruleWords({ version: 3, at: new Date('2026-09-30T15:00:00Z') }, 'ja', 'Asia/Tokyo') // → '措置の決まり 第3版、2026年10月1日'
 */
export function ruleWords(
  { version, at }: { readonly version: number; readonly at: Date },
  language: LetterLanguage,
  timeZone: string,
): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }).format(at);
  return language === 'ja'
    ? `措置の決まり 第${version}版、${day}`
    : `our rules of measures, version ${version} of ${day}`;
}
