import { undisguise } from './fold-disguise.ts';
import { calmRuns, calmVowels } from './fold-runs.ts';
import { dropInvisible, lowerCase, modernKanji, normalizeWidth } from './fold-width.ts';
import { unfolded } from './rewrite.ts';
import type { Folded } from './types.ts';

type Pass = (folded: Folded) => Folded;

/** Characters first, since every later pass reads them; runs before disguises, so that しねーーー is しね when looked up. */
const passes: readonly Pass[] = [
  dropInvisible,
  normalizeWidth,
  lowerCase,
  modernKanji,
  calmRuns,
  calmVowels,
  undisguise,
];

/** What one pass uncovers another may fold; ordinary text is done after one round, abuse after two or three. */
const MAX_ROUNDS = 8;

/**
 * Makes text comparable: width, case, long vowels, runs of signs, spaced-out letters, masks and look-alikes.
 * Katakana stays katakana, for the tokenizer and dictionaries tell it from hiragana. Folding what was folded changes
 * nothing. Never throws, whatever the text.
 *
 * @example
 * fold('タヒね').text // → '死ね'
 */
export function fold(text: string): Folded {
  let folded = unfolded(text);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = folded;
    for (const pass of passes) folded = pass(folded);
    if (folded === before) break;
  }
  return folded;
}
