import { BODY } from './body.ts';
import { CONDUCT } from './conduct.ts';
import { DOING } from './doing.ts';
import { HARM } from './harm.ts';
import { MIND } from './mind.ts';
import { PEOPLE } from './people.ts';
import { PLACES } from './places.ts';
import { QUALITIES } from './qualities.ts';
import { TIMES } from './times.ts';
import { TRADE } from './trade.ts';

export const THESAURUS: Readonly<Record<string, string>> = {
  ...DOING,
  ...PEOPLE,
  ...BODY,
  ...HARM,
  ...PLACES,
  ...TIMES,
  ...TRADE,
  ...CONDUCT,
  ...MIND,
  ...QUALITIES,
};

/** Made when a word is first asked for: whoever judges no mail, or only such as letters settle, needs none of it. */
let known: ReadonlyMap<string, readonly string[]> | null = null;

function byWord(): ReadonlyMap<string, readonly string[]> {
  const senses = new Map<string, string[]>();
  for (const [sense, words] of Object.entries(THESAURUS))
    for (const word of words.split(' ')) {
      const own = senses.get(word);
      if (own === undefined) senses.set(word, [sense]);
      else own.push(sense);
    }
  return senses;
}

/** What a word in dictionary form means, by groups of words that mean alike: 息子 → child; two where it has two meanings, undefined where it stands in no group. */
export function sensesOf(word: string): readonly string[] | undefined {
  known ??= byWord();
  return known.get(word);
}
