import { clean } from './clean.ts';

/** Text as a search compares it: widths and letter cases are one. */
export const folded = (text: string): string => clean(text).normalize('NFKC').toLowerCase();

/** More words than this narrow nothing that a person would notice. */
const MOST_WORDS = 8;

/** What a person looks for, as words that all have to be found; a number belongs to the word for a case before it. */
export const wordsOf = (asked: string): string[] =>
  folded(asked)
    .replace(/(^|\s)(案件|case|no\.|#)\s+(?=\d)/gu, '$1$2')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);

/** The number of a case that a word of a search may mean; null: none. */
export function caseNumberIn(word: string): string | null {
  const number = /^(?:案件|case|no\.)?#?(\d{1,15})$/u.exec(word)?.[1];
  return number === undefined ? null : String(Number(number));
}

const INDEXED = 300; // characters of a subject or sender; more is found only by what stands before

/**
 * What an index finds a folded text by, whatever its language: its characters and its pairs of neighbours. A text that
 * holds a word holds all grams of the word.
 */
export function gramsOf(text: string): string[] {
  const characters = [...text].slice(0, INDEXED);
  return [...new Set([...characters, ...pairsOf(characters)])];
}

/** The grams to look a folded word up by: pairs tell more than single characters. */
export function wordGrams(word: string): string[] {
  const characters = [...word];
  return characters.length < 2 ? characters : [...new Set(pairsOf(characters))];
}

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);
