import type { CounterpartyId } from '../cases/index.ts';
import type { Brand } from '../util/brand.ts';
import type { Day } from './care.ts';
import { BEHIND_DAY, dayWords } from './letters/day-words.ts';
import type { LetterLanguage } from './letters/kinds.ts';

export type TalkId = Brand<string, 'TalkId'>;

/** How we asked for talks. */
export const TALK_WAYS = ['meeting', 'phone', 'mail', 'letter', 'other'] as const;
export type TalkWay = (typeof TALK_WAYS)[number];

/** What came of it; `none`: no answer, by that day. */
export const TALK_ANSWERS = ['agreed', 'refused', 'none'] as const;
export type TalkAnswer = (typeof TALK_ANSWERS)[number];

/** That we asked a counterparty for talks about prices or terms, and what they answered: facts, whoever may be right. */
export interface Talk {
  readonly id: TalkId;
  readonly counterpartyId: CounterpartyId;
  readonly asked: Day;
  readonly who: string; // of ours, who asked
  readonly way: TalkWay;
  readonly words: string; // what we asked to talk about
  readonly due: Day; // by when an answer was asked for
  readonly by: string; // who wrote it down
  readonly at: Date;
  readonly answer: TalkAnswered | null;
}

export interface TalkAnswered {
  readonly what: TalkAnswer;
  readonly day: Day;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
}

/** How long they have to answer unless somebody says otherwise. Days: a proposal, of no law. */
export const TALK_DAYS = 14;

const WORDS = {
  ja: {
    ways: { meeting: '面談で', phone: '電話で', mail: 'メールで', letter: '書面で', other: '' },
    asked: (way: string, words: string) => `${way}協議をお願いいたしました（${words}）。`,
    answers: { agreed: '応じるとのお返事', refused: '応じないとのお返事', none: 'お返事なし' },
    open: (due: string) => `${due}までのお返事をお待ちしています。`,
    answered: (day: string, what: string) => `${day}　${what}。`,
  },
  en: {
    ways: { meeting: ' in a meeting', phone: ' by telephone', mail: ' by e-mail', letter: ' by letter', other: '' },
    asked: (way: string, words: string) => `We asked for talks${way} (${words}).`,
    answers: { agreed: 'you agreed', refused: 'you declined', none: 'we had no answer' },
    open: (due: string) => `We await your answer by ${due}.`,
    answered: (day: string, what: string) => `${day}: ${what}.`,
  },
} as const;

/**
 * Earlier requests as a letter that asks for talks begins with them: a line each with its day and what came of it, the oldest first. What people wrote
 * of an answer is not repeated to those who gave it.
 *
 * @example
 * talkLines([{ asked: '2026-06-09', way: 'phone', words: '来期の単価', due: '2026-06-23', answer: null }], 'ja')
 * // → ['2026年6月9日　電話で協議をお願いいたしました（来期の単価）。2026年6月23日までのお返事をお待ちしています。']
 */
export const talkLines = (
  talks: readonly Pick<Talk, 'asked' | 'way' | 'words' | 'due' | 'answer'>[],
  language: LetterLanguage,
): string[] => {
  const say = WORDS[language];
  return talks
    .toSorted((a, b) => a.asked.localeCompare(b.asked))
    .map(({ asked, way, words, due, answer }) => {
      const what = say.asked(say.ways[way], words.replace(/\s+/g, ' ').trim());
      const came =
        answer === null
          ? say.open(dayWords(due, language))
          : say.answered(dayWords(answer.day, language), say.answers[answer.what]);
      return `${dayWords(asked, language)}${BEHIND_DAY[language]}${what}${language === 'en' ? ' ' : ''}${came}`;
    });
};
