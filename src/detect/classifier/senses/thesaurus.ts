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

const byWord = new Map<string, string[]>();
for (const [sense, words] of Object.entries(THESAURUS))
  for (const word of words.split(' ')) {
    const senses = byWord.get(word);
    if (senses === undefined) byWord.set(word, [sense]);
    else senses.push(sense);
  }

/** What a word in dictionary form means, by groups of words that mean alike: 息子 → child; two where it has two meanings, undefined where it stands in no group. */
export const sensesOf = (word: string): readonly string[] | undefined => byWord.get(word);
