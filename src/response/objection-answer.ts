import { dayWords, type LetterLanguage } from './letters/index.ts';
import type { ObjectedTo, Objection, ObjectionEffect } from './objections.ts';

type To = ObjectedTo['kind'];

const WHAT: Readonly<Record<LetterLanguage, Readonly<Record<To, string>>>> = {
  ja: {
    letter: '先の書面',
    measure: '先にお知らせした対応',
    case: '当社の対応',
    declaration: '当社の方針と対応',
    unplaced: '当社の対応',
  },
  en: {
    letter: 'our earlier letter',
    measure: 'the step of which we told you',
    case: 'how we acted',
    declaration: 'our policy and how we act',
    unplaced: 'how we acted',
  },
};

const RAISED: Readonly<Record<LetterLanguage, (day: string, what: string) => string>> = {
  ja: (day, what) => `${day}にいただいた、${what}についてのお申し出`,
  en: (day, what) => `What you raised on ${day} about ${what}.`,
};

const EFFECTS: Readonly<Record<LetterLanguage, Readonly<Record<ObjectionEffect, (what: string) => string>>>> = {
  ja: {
    upheld: (what) => `お申し出を受けて事実と経緯を改めて確かめ、${what}は変えないことといたしました。`,
    changed: (what) =>
      `お申し出を受けて事実と経緯を改めて確かめ、${what}を改めることといたしました。改めた内容は、別にお知らせいたします。`,
    withdrawn: (what) => `お申し出を受けて事実と経緯を改めて確かめ、${what}を取りやめることといたしました。`,
  },
  en: {
    upheld: (what) => `We have looked at the facts again, and ${what} stands as it is.`,
    changed: (what) => `We have looked at the facts again, and will change ${what}. Of what changes we tell you apart.`,
    withdrawn: (what) => `We have looked at the facts again, and take back ${what}.`,
  },
};

/**
 * An answered objection as a letter begins with it, for a person to change: what was raised and when, what becomes of it, and the reasons that two people
 * gave. Null: it is not answered.
 */
export function objectionAnswer(
  { against, received, draft, answered }: Pick<Objection, 'against' | 'received' | 'draft' | 'answered'>,
  language: LetterLanguage,
): { readonly demand: string; readonly answer: string } | null {
  if (answered === null || draft === null) return null;
  const what = WHAT[language][against.kind];
  return {
    demand: RAISED[language](dayWords(received, language), what),
    answer: `${EFFECTS[language][draft.effect](what)}\n${draft.reasons}`,
  };
}
