import { clean } from './clean.ts';

/** Text as a search compares it: widths and letter cases are one. */
export const folded = (text: string): string => clean(text).normalize('NFKC').toLowerCase();

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
