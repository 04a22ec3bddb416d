import { stemmer } from 'stemmer';
import { fold } from '../../text/index.ts';
import { languageFile } from '../../util/language-files.ts';
import type { JudgedLanguage } from '../classifier/language.ts';
import { simplified } from '../dictionary/traditional.ts';

/** A word of the mail that a reviewer may not know, and what it says in Japanese. */
export interface Gloss {
  readonly written: string;
  readonly meaning: string;
}

type Foreign = Exclude<JudgedLanguage, 'ja'>;

/**
 * What the words of a sentence say in Japanese, as far as the tables of `dictionaries/language/gloss.*.yaml` name them: in the order of the
 * text, each meaning once. A help to read by, no translation.
 *
 * @example
 * glossOf('我會讓你們後悔。', 'zh').map(({ meaning }) => meaning) // → ['後悔させる・後悔する']
 */
export function glossOf(sentence: string, language: Foreign): Gloss[] {
  const { text, start, end } = fold(sentence);
  const units = unitsOf[language](text);
  const { meanings, longest } = tableOf(language);
  const found = new Map<string, Gloss>();
  for (let at = 0; at < units.length; at++) {
    for (let size = Math.min(longest, units.length - at); size > 0; size--) {
      const row = units.slice(at, at + size);
      const meaning = meanings.get(keyOf(row));
      if (meaning === undefined) continue;
      const last = row.at(-1)!;
      const written = sentence.slice(start[row[0]!.at], end[last.at + last.length - 1]);
      if (!found.has(meaning)) found.set(meaning, { written, meaning });
      at += size - 1;
      break;
    }
  }
  return [...found.values()];
}

/** A word of English, or a character of Chinese, and where it stands. */
interface Unit {
  readonly key: string;
  readonly at: number;
  readonly length: number;
}

const unitsOf: Readonly<Record<Foreign, (text: string) => Unit[]>> = {
  en: (text) => all(text, /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu).map((unit) => ({ ...unit, key: stemmer(unit.key) })),
  zh: (text) => all(simplified(text), /[\p{L}\p{N}]/gu),
};

const all = (text: string, pattern: RegExp): Unit[] =>
  [...text.matchAll(pattern)].map(({ 0: key, index }) => ({ key, at: index, length: key.length }));

const keyOf = (units: readonly Unit[]): string => units.map(({ key }) => key).join(' ');

interface Table {
  readonly meanings: ReadonlyMap<string, string>; // by the units of a word or phrase
  readonly longest: number; // units
}

/** Made when a sentence of the language is first explained. */
const made = new Map<Foreign, Table>();
function tableOf(language: Foreign): Table {
  const known = made.get(language);
  if (known !== undefined) return known;
  const rows = Object.entries(languageFile<Record<string, readonly unknown[]>>(`gloss.${language}.yaml`)).flatMap(
    ([meaning, words]) => words.map((word) => ({ meaning, units: unitsOf[language](fold(String(word)).text) })),
  );
  const table: Table = {
    meanings: new Map(rows.map(({ meaning, units }) => [keyOf(units), meaning])),
    longest: Math.max(...rows.map(({ units }) => units.length)),
  };
  made.set(language, table);
  return table;
}
