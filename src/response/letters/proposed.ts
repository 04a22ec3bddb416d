import type { CaseEntry } from '../case-entries.ts';
import { dayWords } from './day-words.ts';
import type { LetterKind, LetterLanguage } from './kinds.ts';

/**
 * The facts of a case file as a letter begins with them: what stands, a line each with its day, the oldest first. Effects, causes and
 * judgements are not for the other side.
 *
 * @example
 * factLines([{ note: { kind: 'fact', on: '2026-11-03', words: '書面が届いた。' }, struck: null }], 'ja') // → ['2026年11月3日　書面が届いた。']
 */
export const factLines = (entries: readonly Pick<CaseEntry, 'note' | 'struck'>[], language: LetterLanguage): string[] =>
  entries
    .flatMap(({ note, struck }) => (note.kind === 'fact' && struck === null ? [note] : []))
    .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
    .map(({ on, words }) => {
      const said = words.replace(/\s+/g, ' ').trim();
      return on === null ? said : `${dayWords(on, language)}${language === 'ja' ? '　' : ': '}${said}`;
    });

/** What a kind of letter asks of the other side, for a person to change. Kinds that ask for nothing have none. */
export const usualRequest = (kind: LetterKind, language: LetterLanguage): string => REQUESTS[language][kind] ?? '';

const REQUESTS: Readonly<Record<LetterLanguage, Partial<Record<LetterKind, string>>>> = {
  ja: {
    notice: '同じ言動が繰り返されないよう、社内での確認と周知をお願いいたします。',
    cooperation: '上のメールが貴社の方のものかどうかと、その経緯をお知らせください。',
    warning: '当社の従業員に対し、同じ言動をなさらないでください。',
  },
  en: {
    notice: 'Please look into this within your company, and see that it does not happen again.',
    cooperation: 'Please tell us whether these mails came from your company, and how they came about.',
    warning: 'Please do not act in this way towards our employees again.',
  },
};

/** So long the other side has to answer or to object, unless a person chooses another day. Days. */
export const DAYS_TO_ANSWER = 14;
