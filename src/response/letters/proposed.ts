import type { Day } from '../care.ts';
import type { CaseEntry } from '../case-entries.ts';
import type { Concerned } from '../concerned.ts';
import { AS_TOLD, BEHIND_DAY, dayWords } from './day-words.ts';
import { type LetterKind, type LetterLanguage, LISTED } from './kinds.ts';

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
    .map(({ on, words, told }) => {
      const line = words.replace(/\s+/g, ' ').trim();
      const said = told ? withMark(line, language) : line;
      return on === null ? said : `${dayWords(on, language)}${BEHIND_DAY[language]}${said}`;
    });

const withMark = (line: string, language: LetterLanguage): string =>
  language === 'en' ? `${line} (${AS_TOLD.en})` : `${line}（${AS_TOLD[language]}）`;

/**
 * Who dealt with the other side: by name only those who agreed, else by role and day, so that it can be looked into.
 *
 * @example
 * staffLine([{ name: '佐藤 花子', role: '窓口の担当者', naming: null }], '2026-11-03', 'ja') // → '窓口の担当者（2026年11月3日に対応した者）'
 */
export const staffLine = (
  concerned: readonly Pick<Concerned, 'name' | 'role' | 'naming'>[],
  day: Day,
  language: LetterLanguage,
): string =>
  concerned
    .map(({ name, role, naming }) => {
      if (naming === 'agreed') return name;
      const when = dayWords(day, language);
      switch (language) {
        case 'ja':
          return `${role || '担当者'}（${when}に対応した者）`;
        case 'en':
          return `${role || 'the person in charge'} (who dealt with it on ${when})`;
      }
    })
    .join(LISTED[language]);

/** What a kind of letter asks of the other side, for a person to change. Kinds that ask for nothing have none. */
export const usualRequest = (kind: LetterKind, language: LetterLanguage): string => REQUESTS[language][kind] ?? '';

const REQUESTS: Readonly<Record<LetterLanguage, Partial<Record<LetterKind, string>>>> = {
  ja: {
    notice: '同じ言動が繰り返されないよう、社内での確認と周知をお願いいたします。',
    cooperation: '上の言葉が貴社の方のものかどうかと、その経緯をお知らせください。',
    talks:
      '単価その他の取引の条件について、協議の場を設けてくださいますようお願いいたします。費用の内訳など、協議に要る資料は当社からお示しいたします。',
    warning: '当社の従業員に対し、同じ言動をなさらないでください。',
  },
  en: {
    notice: 'Please look into this within your company, and see that it does not happen again.',
    cooperation: 'Please tell us whether these words came from your company, and how they came about.',
    talks:
      'Please meet us for talks about prices and the other terms of our business. We shall bring what is needed for them, such as a breakdown of our costs.',
    warning: 'Please do not act in this way towards our employees again.',
  },
};

/** So long the other side has to answer or to object, unless a person chooses another day. Days. */
export const DAYS_TO_ANSWER = 14;
