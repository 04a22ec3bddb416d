import { languageFile } from '../../util/language-files.ts';
import type { Inflection } from '../endings/index.ts';

/** A verb kuromoji does not know in this spelling, or cuts wrongly: its spellings are stems. */
export interface Spelt {
  readonly lemma: string;
  readonly inflection: Inflection;
  readonly stems: readonly string[];
  readonly kind?: 'adjective';
  /** Read only behind this letter: 火ぃつける. */
  readonly behind?: string;
}

const { spelt, variants } = languageFile<{
  readonly spelt: readonly (Omit<Spelt, 'stems'> & { readonly stems: string })[];
  readonly variants: readonly string[];
}>('spellings.yaml');

/** Read wherever a token begins. */
export const SPELT: readonly Spelt[] = spelt.map((one) => ({ ...one, stems: one.stems.split(' ') }));

const canonical = new Map<string, string>();
for (const group of variants) {
  const [usual, ...others] = group.split(' ');
  for (const other of others) canonical.set(other, usual!);
}

/** The spelling that dictionaries list: ころす → 殺す, 付ける → つける. A word without another spelling is itself. */
export const fold = (lemma: string): string => canonical.get(lemma) ?? lemma;

/** Insults that kuromoji cuts into pieces, as they are read. */
const SPELT_NOUNS: readonly (readonly [spelling: string, lemma: string])[] = [
  ['役立たず', '役立たず'],
  ['どあほ', '阿呆'],
  ['あほんだら', '阿呆'],
  ['あほ', '阿呆'],
  ['ぼけなす', '呆け'],
  ['くそったれ', 'くそったれ'],
  ['ばかやろう', '馬鹿野郎'],
  ['ばかやろー', '馬鹿野郎'],
  ['バカヤロー', '馬鹿野郎'],
  ['バカヤロウ', '馬鹿野郎'],
];

const NOUN_LETTERS = new Set(SPELT_NOUNS.map(([spelling]) => spelling[0]!));

/** The insult of that list that is spelt at a place. */
export const speltNounAt = (text: string, at: number): (typeof SPELT_NOUNS)[number] | undefined =>
  NOUN_LETTERS.has(text[at]!) ? SPELT_NOUNS.find(([spelling]) => text.startsWith(spelling, at)) : undefined;

/** Every spelling that is read as `lemma`: dictionary forms, and stems where only the stem is listed. */
export const spellingsOf = (
  lemma: string,
): { readonly words: readonly string[]; readonly stems: readonly Spelt[] } => ({
  words: [lemma, ...(spellings.get(lemma) ?? [])],
  stems: stems.get(lemma) ?? [],
});

const spellings = new Map<string, string[]>();
for (const [other, lemma] of [...canonical, ...SPELT_NOUNS]) keep(spellings, lemma, other);
const stems = new Map<string, Spelt[]>();
for (const word of SPELT) keep(stems, word.lemma, word);

function keep<T>(lists: Map<string, T[]>, lemma: string, one: T): void {
  const list = lists.get(lemma);
  if (list === undefined) lists.set(lemma, [one]);
  else list.push(one);
}
