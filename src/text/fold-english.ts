import { pass, type Rule, rewrite } from './rewrite.ts';
import type { Folded } from './types.ts';

/** The words people hide; everything else may be a part number, a formula or a name. */
const HIDDEN =
  'kill murder stab shoot bomb rape fuck shit bitch whore slut cunt dick cock pussy boobs nudes asshole bastard idiot moron stupid ' +
  'loser retard scum trash useless clown nigger faggot';

/** How a letter behind the first is drawn; others only as themselves. A55 is a road, and 7175 a number. */
const DRAWN: Readonly<Record<string, string>> = {
  a: '[a4@*]',
  e: '[e3*]',
  i: '[i1!|*]',
  l: '[l1|]',
  o: '[o0*]',
  s: '[s5$]',
  t: '[t7]',
  u: '[u*]',
};
const NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}@#$%&*/\\\\'_-])";
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}@#%&*/\\\\_-]|\\.[a-z])';
const GAP = '[ .*_~-]{1,2}';
const spread = (word: string): string => [...word].join(GAP);

const drawing = (letter: string, at: number): string =>
  at > 0 ? (DRAWN[letter] ?? letter) : letter === 's' ? '[s5$]' : letter === 'a' ? '[a@]' : letter;
const drawn = (word: string): Rule => ({
  pattern: new RegExp(
    `${NO_LETTER_BEFORE}${[...word].map(drawing).join('')}(s|ed|ing|er|ers)?${NO_LETTER_AFTER}`,
    'gu',
  ),
  to: ([, ending = '']) => word + ending,
});
const apart = (word: string, gap: string): Rule => ({
  // h e l l o goes on, and so does s t a b l e
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${gap}(?![\\p{L}\\p{N}]|[ .*_~-]{1,2}[a-z](?![a-z]))`, 'gu'),
  to: word,
});
const masked = (pattern: string, to: string): Rule => ({
  pattern: new RegExp(`${NO_LETTER_BEFORE}${pattern}`, 'gu'),
  to,
});

const words = HIDDEN.split(' ');
const drawings = words.map(drawn);
const masks: readonly Rule[] = [
  masked('f\\*\\*k', 'fuck'),
  masked(`sh?\\*\\*t${NO_LETTER_AFTER}`, 'shit'),
  masked('b\\*\\*(?:t)?ch', 'bitch'),
  masked(`k\\*\\*l${NO_LETTER_AFTER}`, 'kill'),
  masked(`d!e${NO_LETTER_AFTER}`, 'die'),
  masked('a\\*\\*hole', 'asshole'),
  masked(`[a@]\\$\\$${NO_LETTER_AFTER}`, 'ass'),
  masked('f\\*(?= (?:you|u|off|your|ur)(?![a-z]))', 'fuck'), // f***, its stars already made one
];
/** From the end of i w i l l k i l l y o u: what stands behind is a word by then. */
const spelled: readonly Rule[] = [
  apart('your', 'y o u r'),
  apart('you', 'y o u'),
  ...words.map((word) => apart(word, spread(word))),
  apart('will', 'w i l l'),
];

/** What is typed on phones, whole words of passages without any Japanese or Chinese: there U is 型番U, and R a company. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['u', 'you'],
  ['ur', 'your'],
  ['ure', "you're"],
  ['youre', "you're"],
  ['im', "i'm"],
  ['ima', "i'm going to"],
  ['imma', "i'm going to"],
  ['gonna', 'going to'],
  ['gunna', 'going to'],
  ['wanna', 'want to'],
  ['dont', "don't"],
  ['cant', "can't"],
  ['wont', "won't"],
  ['ppl', 'people'],
  ['kno', 'know'],
  ['plz', 'please'],
  ['kys', 'kill yourself'],
  ['stfu', 'shut the fuck up'],
  ['gtfo', 'get the fuck out'],
  ['fkn', 'fucking'],
  ['fckin', 'fucking'],
  ['fcking', 'fucking'],
  ['biatch', 'bitch'],
]);
const SHORT_WORD = new RegExp(`(?<![a-z0-9@&./'_-])(?:${[...SHORT.keys()].join('|')})(?![a-z0-9@&/'_-]|\\.[a-z])`, 'g');
/** Only behind whom it is said of; elsewhere R is a letter. */
const ARE = /(?<=(?<![a-z])(?:you|they|we|people|staff) )r(?![a-z0-9@&./'_-])|(?<![a-z0-9@&./'_-])r(?= you )/g;
const SHORT_HINT = new RegExp(`(?<![a-z])(?:r|${[...SHORT.keys()].join('|')})(?![a-z])`);
const EAST_ASIAN = /[ぁ-ヺ々一-鿿]/;

const straighten = pass(/[‘’ʼ´`]/, [{ pattern: /(?<=[a-z])[‘’ʼ´`](?=[a-z])/g, to: "'" }]);
/** Addresses and part numbers mix letters and signs as well: one look for all words before each of them is looked for. */
const MIXED = /[a-z][0-9!|*@$]|[0-9!|*@$][a-z]/;
const HIDDEN_WORD = new RegExp([...drawings, ...masks].map(({ pattern }) => pattern.source).join('|'), 'u');
const drawAll = pass(HIDDEN_WORD, [...drawings, ...masks]);
const draw = (folded: Folded): Folded => (MIXED.test(folded.text) ? drawAll(folded) : folded);
const join = pass(/(?<![a-z0-9])[a-z][ .*_~-]{1,2}[a-z][ .*_~-]/, spelled);

function writtenOut(folded: Folded): Folded {
  if (!SHORT_HINT.test(folded.text) || EAST_ASIAN.test(folded.text)) return folded;
  const whole = rewrite(folded, SHORT_WORD, ([word]) => SHORT.get(word) ?? word);
  return rewrite(whole, ARE, () => 'are');
}

/** English as it is typed and hidden: curly apostrophes, k1ll, f**k, k i l l, and ur for your. */
export const readEnglish = (folded: Folded): Folded => writtenOut(join(draw(straighten(folded))));
