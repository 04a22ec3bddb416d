import type { Clause, Counterparty } from '../counterparty.ts';
import { dayWords } from './day-words.ts';
import type { LetterLanguage } from './kinds.ts';

/**
 * A clause on file as a letter names it.
 *
 * @example
 * clauseWords({ agreedOn: '2026-04-01', document: '基本契約書 第12条' }, 'ja') // → '基本契約書 第12条（2026年4月1日合意）'
 */
export function clauseWords({ document, agreedOn }: Clause, language: LetterLanguage): string {
  const day = dayWords(agreedOn, language);
  return language === 'ja' ? `${document}（${day}合意）` : `${document} (agreed on ${day})`;
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
  const own = language === 'ja' && person === null ? `${name} ${kind === 'company' ? '御中' : '様'}` : name;
  const lines = [withoutLine(postal, name), own, person === null ? '' : language === 'ja' ? `${person} 様` : person];
  return lines.filter((line) => line !== '').join('\n');
}

/** An address as it is written down may name the addressee already. */
const withoutLine = (postal: string, name: string): string =>
  postal
    .split('\n')
    .filter((line) => line.replace(/\s*(?:御中|様)?\s*$/, '') !== name)
    .join('\n');
