import { wordGroups } from '../../../util/language-files.ts';

const FILES = ['doing', 'people', 'body', 'harm', 'places', 'times', 'trade', 'conduct', 'mind', 'qualities'];

/** Groups of words that mean alike, by the name of what they mean. */
export const thesaurus = (): Readonly<Record<string, readonly string[]>> =>
  Object.assign({}, ...FILES.map((file) => wordGroups(`senses/${file}.yaml`)));

/** Made when a word is first asked for: whoever judges no mail, or only such as letters settle, needs none of it. */
let known: ReadonlyMap<string, readonly string[]> | null = null;

function byWord(): ReadonlyMap<string, readonly string[]> {
  const senses = new Map<string, string[]>();
  for (const [sense, words] of Object.entries(thesaurus()))
    for (const word of words) {
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
