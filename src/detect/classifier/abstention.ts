import type { Abstention } from '../assessment.ts';
import type { JudgedLanguage } from './language.ts';

/** N-grams of about six characters; of a long sentence in the languages of fewer mails: in fewer of them, chance decides. */
const LEAST_NGRAMS: Readonly<Record<JudgedLanguage, number>> = { ja: 20, en: 200, zh: 60 };
/** Of the n-grams of mails nobody trained on a half to three quarters are known, of other registers a quarter at least. */
const LEAST_KNOWN = 0.3;
/** Japanese without kana is a list of names or another language. */
const LEAST_KANA = 0.05;

const KANA = /[ぁ-ゖァ-ヺ]/g;
const LETTER = /\p{L}/gu;

/** Why a text is not judged, or null. `known` and `all` count its distinct n-grams. */
export function abstentionOn(
  sentences: readonly string[],
  known: number,
  all: number,
  language: JudgedLanguage = 'ja',
): Abstention | null {
  if (all < LEAST_NGRAMS[language]) return 'short';
  if (language === 'ja' && countIn(sentences, KANA) < countIn(sentences, LETTER) * LEAST_KANA) return 'language';
  return known < all * LEAST_KNOWN ? 'unknown' : null;
}

const countIn = (sentences: readonly string[], what: RegExp): number =>
  sentences.reduce((sum, sentence) => sum + (sentence.match(what)?.length ?? 0), 0);
