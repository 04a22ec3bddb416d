import type { Abstention } from '../assessment.ts';

/** N-grams of about six characters: in fewer of them, chance decides. */
const LEAST_NGRAMS = 20;
/** Of the n-grams of mails nobody trained on a half to three quarters are known, of other registers a quarter at least. */
const LEAST_KNOWN = 0.3;
/** Japanese without kana is a list of names or another language. */
const LEAST_KANA = 0.05;

const KANA = /[ぁ-ゖァ-ヺ]/g;
const LETTER = /\p{L}/gu;

/** Why a text is not judged, or null. `known` and `all` count its distinct n-grams. */
export function abstentionOn(sentences: readonly string[], known: number, all: number): Abstention | null {
  if (all < LEAST_NGRAMS) return 'short';
  const letters = countIn(sentences, LETTER);
  if (countIn(sentences, KANA) < letters * LEAST_KANA) return 'language';
  return known < all * LEAST_KNOWN ? 'unknown' : null;
}

const countIn = (sentences: readonly string[], what: RegExp): number =>
  sentences.reduce((sum, sentence) => sum + (sentence.match(what)?.length ?? 0), 0);
