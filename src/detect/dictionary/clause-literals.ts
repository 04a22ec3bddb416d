import { spellingsOf } from '../../clause/index.ts';
import { kana } from '../kana.ts';
import type { Step } from './clause-rule.ts';
import { type Literals, literalsOfSets } from './literals.ts';

const ROWS = [
  'わいうえおっ',
  'かきくけこい',
  'がぎぐげごい',
  'さしすせそ',
  'たちつてとっ',
  'なにぬねのん',
  'ばびぶべぼん',
  'まみむめもん',
  'らりるれろっん',
];
/** What stands in every form of a verb whose stem is a single kana: しね, しんで for しぬ. */
const inRow = (stem: string, last: string): string[] =>
  [...(ROWS.find((row) => row[2] === last) ?? '')].map((end) => stem + end);
const COMING = [
  '来',
  'くる',
  'くれ',
  'くん',
  'こい',
  'こな',
  'こよ',
  'こら',
  'こん',
  'こね',
  'こぬ',
  'こず',
  'きた',
  'きて',
  'きま',
  'きな',
  'きや',
];

/** To read a sentence costs as much as to ask it for some thousand words. */
const MOST_ASKED = 200;

/**
 * What a sentence holds wherever the analyser can see these predicates, the nouns that belong to them, and one of the
 * nouns that the entry asks for.
 *
 * @returns null where nothing is certain: いなくなる is いる and なる to the analyser.
 */
export function clauseLiterals(steps: readonly Step[], of: readonly string[] | null): Literals | null {
  const sets = steps.flatMap(({ lemma, args }) => [lettersOf(lemma), ...args.map(({ text }) => nounLetters(text))]);
  if (of?.every((one) => !isKindOrPerson(one))) sets.push(of.flatMap(nounLetters));
  return literalsOfSets(
    sets.filter((set) => set.length > 0 && !set.includes('')).map((set) => set.map(kana)),
    MOST_ASKED,
  );
}

/** These have names in English; every word of a kind would have to be asked for. */
const isKindOrPerson = (one: string): boolean => /^[a-z-]+$/.test(one);

/** Written in too many ways, and in every other sentence. */
const LIGHT = new Set(['する', 'なる', 'いる', 'ある', 'おる', 'やる', 'くる', 'いく']);

function lettersOf(lemma: string): string[] {
  if (LIGHT.has(lemma)) return [];
  const { words, stems } = spellingsOf(lemma);
  return [
    ...(lemma === '来る' ? COMING : words.flatMap(stemOf)),
    ...stems.flatMap(({ stems: spelt, inflection }) =>
      spelt.flatMap((stem) => (isShort(kana(stem)) ? inRow(stem, LAST[inflection] ?? '') : [stem])),
    ),
  ];
}

const LAST: Readonly<Record<string, string>> = {
  k: 'く',
  g: 'ぐ',
  s: 'す',
  t: 'つ',
  n: 'ぬ',
  b: 'ぶ',
  m: 'む',
  r: 'る',
  w: 'う',
};

/** クビにする and 返金する are found by their nouns, 殺す and 汚い by what does not inflect. */
function stemOf(word: string): string[] {
  const light = /^(.+?)[をに]?(?:する|なる|やる)$/.exec(word)?.[1];
  if (light !== undefined && !/^[ぁ-ゖ]$/.test(light)) return nounLetters(light);
  if (!/[うくぐすつぬぶむるい]$/.test(word) || word.length === 1) return [word];
  const stem = word.slice(0, -1);
  return isShort(stem) ? inRow(stem, word.slice(-1)) : [stem];
}

const isShort = (stem: string): boolean => /^[ぁ-ゖ]$/.test(stem);

const nounLetters = (noun: string): string[] => [...new Set([noun, ...spellingsOf(noun).words])];
