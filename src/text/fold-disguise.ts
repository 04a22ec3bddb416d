import { readChinese } from './fold-chinese.ts';
import { readEnglish } from './fold-english.ts';
import { pass, type Rule } from './rewrite.ts';
import type { Folded } from './types.ts';

/** What may follow a bare 死ね: nothing, a sign, a particle that pushes it, or another insult. */
const AFTER_IMPERATIVE =
  '(?![\\p{L}\\p{N}ー々])|(?=w|[よやっ](?!う)|カス|ゴミ|ボケ|バカ|クズ|クソ|ブス|デブ|ハゲ|コラ|ばいい|ばよ|と(?!こ))';
const NO_WORD_BEFORE = '(?<![\\p{L}\\p{N}])';
/** ○, 〇, ●, ◯, ◎, ×, *, □, ■: full-width forms are gone by now. */
const MASK = '[○〇●◯◎×✕*□■]';

const disguise = (pattern: string, to: string): Rule => ({ pattern: new RegExp(pattern, 'gu'), to });

/** Words that people mask in a letter within (セッ〇ス, 土〇座), or between two (コロ〇ス, ば〇か); those that another word fits are left out (ク〇ズ, ち〇こ). */
const MASKED = '殺す コロス 死ね 土下座 セックス レイプ おっぱい ばか バカ アホ ゴミ デブ ハゲ 無能'.split(' ');
/** Another word may end in the same kana: 当てはまれば〇か×. */
const notWithin = (word: string): string =>
  /^[ァ-ヺ]/.test(word) ? '(?<![ァ-ヺー])' : /^[ぁ-ゖ]/.test(word) ? '(?<![\\p{L}\\p{N}])' : '';
function masked(word: string): Rule {
  const within = [...word].map((_, i) => i).slice(1);
  const between = within.map((i) => word.slice(0, i) + MASK + word.slice(i));
  const instead = within.slice(0, -1).map((i) => word.slice(0, i) + MASK + word.slice(i + 1));
  const after = /[ァ-ヺ]$/.test(word) ? '(?![ァ-ヺー])' : '';
  return disguise(`${notWithin(word)}(?:${[...between, ...instead].join('|')})${after}`, word);
}

/**
 * Closed on purpose: a mask is only read where no other word fits, a look-alike only as a whole expression
 * (4ねん, 氏ねがい, 市ねんど, 横浜市ね, タヒチ stay).
 */
const disguises: readonly Rule[] = [
  disguise(`(?<![\\p{L}\\p{N}○●◯◎×✕*□■])${MASK}[ねネ](?:${AFTER_IMPERATIVE})`, '死ね'),
  disguise(`(?<![ァ-ヺー])キ${MASK}ガイ`, 'キチガイ'),
  disguise(`(?<![ァ-ヺー])ガ${MASK}ジ(?![ァ-ヺー])`, 'ガイジ'),
  disguise(`(?<![ァ-ヺー])ク${MASK}ガキ`, 'クソガキ'),
  disguise(`(?<![ァ-ヺー])コ${MASK}[すス](?![ァ-ヺー])`, '殺す'),
  ...MASKED.map(masked),
  disguise(`死${MASK}(?=ばいい|ばよ|[よやっ](?!う)|[。!]|$)`, '死ね'),
  disguise(`殺${MASK}(?=ぞ|からな|[。!]|$)`, '殺す'),
  disguise('(?<![a-z])f[*#@_-]{1,2}ck', 'fuck'),
  disguise('(?<![a-z])sh[*#@_!]t(?![a-z])', 'shit'),

  disguise(`(?<![ァ-ヺー])タヒ[ねネ](?![ァ-ヺーん])`, '死ね'),
  disguise('(?<![ァ-ヺー])タヒ(?=[ぬにんなの]|(?![\\p{L}\\p{N}ー]))', '死'),
  disguise(`(?<![\\p{L}\\p{N}./:、,-])4[ねネ](?:${AFTER_IMPERATIVE})`, '死ね'),
  disguise(`(?<=前|員|社|奴|者|店|客|(?<![\\p{Script=Han}\\p{N}]))氏[ねネ](?:${AFTER_IMPERATIVE})`, '死ね'),
  disguise(`(?<![\\p{Script=Han}\\p{N}])市[ねネ](?:${AFTER_IMPERATIVE})`, '死ね'),
  disguise('(?<!\\p{Script=Han})[氏市](?=んで|んだら)', '死'),
  disguise('死ネ(?![ァ-ヺー])', '死ね'),
  disguise('(?<![ァ-ヺー\\p{Script=Han}a-z])シネ(?![ァ-ヺー\\p{Script=Han}])', '死ね'),
  disguise('(?<![ァ-ヺー])シネ(?=ヨ(?![ァ-ヺー]))', '死ね'),
  disguise('殺ス(?![ァ-ヺー])', '殺す'),
  disguise('(?:(?<![ァ-ヺー])コロ|殺)ス[ゾぞ](?![ァ-ヺー])', '殺すぞ'),
  disguise('(?<![ァ-ヺー])コロス(?![ァ-ヺー]|(?<=コロス)ケ)', '殺す'),
  disguise('(?<![ァ-ヺー])コロスヨ(?![ァ-ヺー])', '殺すよ'),
  disguise(`(?<![\\p{N}.,:/-])56(?=す|し(?:て|た|に|ちゃ)|さ(?:れ|な)|そう)`, '殺'),
  // 楽しんで, 親しんで: only where a word begins
  disguise(
    `(?:(?<![\\p{L}\\p{N}])|(?<=お前|あんた|早く|はやく|はよ|マジで))しんで(?=く(?:ださい|れ)|ほしい|もらいたい|しまえ)`,
    '死んで',
  ),
  disguise('頃すぞ', '殺すぞ'),
];

/** Romaji only as whole words outside addresses; `shine` is an English word and stays. */
const romaji = new Map([
  ['4ne', '死ね'],
  ['shi ne', '死ね'],
  ['baka', 'バカ'],
  ['bakayaro', 'バカヤロー'],
  ['bakayarou', 'バカヤロー'],
  ['aho', 'アホ'],
  ['korosu', '殺す'],
  ['korosuzo', '殺すぞ'],
  ['kuso', 'クソ'],
  ['uzai', 'うざい'],
  ['kimoi', 'きもい'],
]);
const ROMAJI = new RegExp(`(?<![a-z0-9@._/'-])(?:${[...romaji.keys()].join('|')})(?![a-z0-9@_/'-]|\\.[a-z])`, 'g');

const PICTURE = '\\p{Extended_Pictographic}';
const ORNAMENT = `[ *★☆♥♡❤]|${PICTURE}`;
const spelled = (letter: string, between: string): string =>
  `(?<![\\p{L}\\p{N}])${letter}(?:(?:${between}){1,3}${letter}(?![\\p{L}\\p{N}ー])){3,}`;
/**
 * Four single letters in a row are spelled out; words spaced by learners (おんな の ひと) do not come to four. Dots
 * and slashes count between Japanese letters only, for U.S.A.F. is an abbreviation.
 */
const SPELLED = new RegExp(
  `${spelled('[\\p{Script=Han}ぁ-ゖァ-ヺー]', `${ORNAMENT}|[./]`)}|${spelled('[a-z]', ORNAMENT)}`,
  'gu',
);
/** Shorter ones are joined only into a word of this list: 月・水・土, ア・イ・ウ and 日　時 are no abuse. */
const SPELLED_WORDS = (
  '死ね しね シネ 殺す 殺せ ころす コロス 消えろ きえろ バカ ばか 馬鹿 アホ あほ カス クズ くず ゴミ クソ くそ ブス ぶす デブ でぶ ハゲ ' +
  'キモい きもい キモイ うざい ウザい ウザイ 無能'
).split(' ');
const BETWEEN = `(?:[ .・*★☆♥♡❤/_|~=+×✕♪-]|${PICTURE}){1,3}`;
/** は げんき, カ スタム: the same script goes on; a particle or よ, ぞ may. */
const AFTER_SPELLED = '(?!(?<=[ぁ-ゖ])(?![よやぞばとがなのはをだ])[ぁ-ゖ]|(?<=[ァ-ヺ])[ァ-ヺー])';
const SPELLED_WORD = new RegExp(
  // あめ だ し ね: particles of spaced-out kana stand behind another kana word
  `${NO_WORD_BEFORE}(?<![ぁ-ゖ] )(?:${SPELLED_WORDS.map((word) => [...word].join(BETWEEN)).join('|')})${AFTER_SPELLED}`,
  'gu',
);
const NO_LETTER = /[^\p{L}ー]+/gu;
const lettersOnly = ([spelled]: RegExpExecArray): string => spelled.replace(NO_LETTER, '');

/** A letter that stands alone before something that is none. */
const SPELLED_HINT =
  /(?:^|[^a-z0-9\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff])[a-z\u3005-\u3007\u3041-\u30ff\u3400-\u9fff][^a-z0-9\n\u3001\u3002\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]/;
const ROMAJI_HINT = /4ne|shi ne|baka|aho|koro|kuso|uzai|kimoi/;
const DISGUISE_HINT =
  /[○〇●◯◎×✕*□■]|f[*#@_-]|sh[*#@_!]t|タヒ|4[ねネ]|[氏市](?:[ねネ]|んで|んだら)|死ネ|シネ|殺ス|コロス|56[すしさそ]|頃すぞ|しんで/;

const spellTogether = pass(SPELLED_HINT, [
  { pattern: SPELLED, to: lettersOnly },
  { pattern: SPELLED_WORD, to: lettersOnly },
]);
const readRomaji = pass(ROMAJI_HINT, [{ pattern: ROMAJI, to: ([word]) => romaji.get(word) ?? word }]);
const unmask = pass(DISGUISE_HINT, disguises);

/** Brings out the closed set of words people hide: spelled out, masked, written with look-alikes or in romaji. */
export const undisguise = (folded: Folded): Folded =>
  unmask(readRomaji(spellTogether(readChinese(readEnglish(folded)))));
