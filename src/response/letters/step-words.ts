import type { Clause, Counterparty } from '../counterparty.ts';
import { dayWords, LOCALES } from './day-words.ts';
import type { LetterLanguage } from './kinds.ts';

/**
 * A clause on file as a letter names it.
 *
 * @example
 * clauseWords({ agreedOn: '2026-04-01', document: '基本契約書 第12条' }, 'ja') // → '基本契約書 第12条（2026年4月1日合意）'
 */
export function clauseWords({ document, agreedOn }: Clause, language: LetterLanguage): string {
  const day = dayWords(agreedOn, language);
  switch (language) {
    case 'ja':
      return `${document}（${day}合意）`;
    case 'en':
      return `${document} (agreed on ${day})`;
  }
}

/**
 * To whom a letter to a counterparty is addressed, as far as the register knows.
 *
 * @example
 * addressOf({ postal: '', name: '株式会社サンプル', contacts: [], kind: 'company' }, 'ja') // → '株式会社サンプル 御中'
 */
export function addressOf(
  { postal, name, contacts, kind }: Pick<Counterparty, 'postal' | 'name' | 'contacts' | 'kind'>,
  language: LetterLanguage,
): string {
  const contact = contacts[0] ?? null;
  const known = contact === null || contact.name === '' || contact.name === name ? null : contact;
  const person = known === null ? null : `${known.post} ${known.name}`.trim();
  const title = TITLES[language];
  const own = person === null ? `${name}${title[kind === 'company' ? 'company' : 'person']}` : name;
  const lines = [withoutLine(postal, name), own, person === null ? '' : `${person}${title.person}`];
  return lines.filter((line) => line !== '').join('\n');
}

/** What stands behind whom a letter is for. */
const TITLES: Readonly<Record<LetterLanguage, Readonly<Record<'company' | 'person', string>>>> = {
  ja: { company: ' 御中', person: ' 様' },
  en: { company: '', person: '' },
};

/** An address as it is written down may name the addressee already. */
const withoutLine = (postal: string, name: string): string =>
  postal
    .split('\n')
    .filter((line) => line.replace(/\s*(?:御中|様)?\s*$/, '') !== name)
    .join('\n');

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
  const day = new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'long' }).format(at);
  switch (language) {
    case 'ja':
      return `措置の決まり 第${version}版、${day}`;
    case 'en':
      return `our rules of measures, version ${version} of ${day}`;
  }
}
