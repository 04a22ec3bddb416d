import { stemmer } from 'stemmer';
import { simplified } from '../dictionary/traditional.ts';
import { hashOf, type View } from './hash.ts';
import type { JudgedLanguage } from './language.ts';
import { eachNgram } from './letters.ts';

/** How a language without a tokenizer of ours is read: by letters and words alone. */
export interface Reading {
  readonly text: (folded: string) => string;
  readonly longest: number; // n-grams of letters, in UTF-16 units
  readonly words: (text: string) => readonly string[];
}

const ADDRESS = /https?:\/\/[\w./?=&%#~:-]+|[\w.+-]+@[\w.-]+/g;
const NUMBER = /[0-9][0-9,.:/-]*/g;
const withoutNames = (folded: string): string => folded.replace(ADDRESS, 'U').replace(NUMBER, '0');

/** English keeps the spaces between its words, which tell where one begins; Chinese has none, and is read in one script. */
type Foreign = Exclude<JudgedLanguage, 'ja'>;

const READINGS: Readonly<Record<Foreign, Reading>> = {
  en: {
    text: (folded) =>
      ` ${withoutNames(folded)
        .replace(/’/g, "'")
        .replace(/[\s_]+/g, ' ')
        .trim()} `,
    longest: 4,
    words: (text) => (text.match(/[\p{L}\p{N}]+(?:'\p{L}+)?|[!?]/gu) ?? []).map(stemmed),
  },
  zh: {
    text: (folded) => simplified(withoutNames(folded)).replace(/\s+/g, ''),
    longest: 4,
    words: (text) => [...segmenter().segment(text)].flatMap(({ segment }) => (SAYS.test(segment) ? [segment] : [])),
  },
};

const SAYS = /[\p{L}\p{N}!?]/u;
const stemmed = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);

/** Made when Chinese is first read. */
let chinese: Intl.Segmenter | null = null;
const segmenter = (): Intl.Segmenter => (chinese ??= new Intl.Segmenter('zh', { granularity: 'word' }));

/** Tells what a sentence shows in one view: n-grams of letters, or words and each two in a row; the other views are empty. */
export function eachForeignFeature(
  language: Foreign,
  view: View,
  folded: string,
  tell: (feature: number) => void,
): void {
  const reading = READINGS[language];
  const text = reading.text(folded);
  if (view === 'letters') eachNgram(text, reading.longest, tell);
  else if (view === 'words') eachWord(reading.words(text), tell);
}

function eachWord(words: readonly string[], tell: (feature: number) => void): void {
  const row = ['<', ...words, '>'];
  row.forEach((word, i) => {
    tell(hashOf('words', word));
    if (i > 0) tell(hashOf('words', `${row[i - 1]} ${word}`));
  });
}
