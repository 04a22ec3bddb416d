import { pass, type Rule } from './rewrite.ts';

const KANA = 'ぁ-ゖァ-ヺ';
const JAPANESE = '\\p{Script=Han}ぁ-ゖァ-ヺー';
const WORD = '\\p{L}\\p{N}';
/** Words whose long vowel belongs to them, even when it is drawn out: バカヤローーー. */
const OWN_LONG_VOWEL = /(?:や|ヤ)(?:ろ|ロ)$/;

const longVowel = ({ 0: run, index, input }: RegExpExecArray): string =>
  OWN_LONG_VOWEL.test(input.slice(Math.max(0, index - 2), index)) && run.includes('ー') ? 'ー' : '';

const runs: readonly Rule[] = [
  // コロスーーー, サーーバー, 〜〜; a single ー only at the end of a hiragana word (だよねー), for サーバー needs its own
  { pattern: new RegExp(`(?<=[${KANA}])[ー~〜]{2,}(?=[${KANA}])`, 'g'), to: 'ー' },
  { pattern: new RegExp(`(?<=[${KANA}])[ー~〜]{2,}`, 'g'), to: longVowel },
  { pattern: /(?<=\p{L})[~〜]{2,}(?![0-9])/gu, to: '' },
  { pattern: new RegExp(`(?<=[ぁ-ゖ])[ー~〜](?![${WORD}ー~〜])`, 'gu'), to: longVowel },
  { pattern: new RegExp(`(?<=[ァ-ヺ])[~〜](?![${WORD}ー~〜])`, 'gu'), to: '' },
  // an ellipsis (… is ... after NFKC) pauses, it does not end: お前…殺すぞ; dots of Latin text stay
  { pattern: new RegExp(`(?<=[${JAPANESE}」』)])\\.{2,}|\\.{2,}(?=[${JAPANESE}「『])|・{2,}|、{2,}`, 'gu'), to: '、' },
  { pattern: /(?<=^|[。!?「『(\s])、|、(?=[。!?」』)])/g, to: '' },
  { pattern: /。{2,}/g, to: '。' },
  { pattern: /[!?]{2,}/g, to: ([run]) => (run.includes('?') ? '?' : '!') },
  { pattern: /(?<![a-z0-9.])w{2,}(?![a-z0-9.])/g, to: 'w' },
  { pattern: /草{2,}/g, to: '草' },
  { pattern: /っ{2,}/g, to: 'っ' },
  { pattern: /ッ{2,}/g, to: 'ッ' },
  { pattern: /(?<=[\p{L}][ぁ-ゖァ-ヺ])[っッ](?![\p{L}\p{N}ー])/gu, to: '' }, // 死ねっ！
  { pattern: /([^\p{L}\p{N}\s])\1{2,}/gu, to: ([, sign]) => sign! }, // rulers, ★★★★
];

const RUN_HINT =
  /[~〜]|ーー|[ぁ-ゖ]ー|\.\.|・・|、、|。。|[!?][!?]|ww|草草|っっ|ッッ|[っッ](?![ぁ-ヺ一-鿿])|([^ぁ-ヺ一-鿿a-z0-9\s])\1\1|([\ud83c-\ud83e][\udc00-\udfff])\2\2|(?:^|[。!?「『(\s])、|、[。!?」』)]/;

/** Shortens drawn-out vowels, repeated signs and laughter. */
export const calmRuns = pass(RUN_HINT, runs);

const inKatakana = (hiragana: string): string =>
  hiragana.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
const inBoth = (after: string, drawn: string, to: string): Rule[] =>
  [(kana: string) => kana, inKatakana].map((kana) => ({
    pattern: new RegExp(`(?<=[${kana(after)}])(?:${kana(drawn)})`, 'gu'),
    to: kana(to),
  }));

// Two large vowels only at the end of a word: そのおおくの is no drawn-out の.
const drawn = (small: string, large: string): string =>
  `${small}[${small}${large}ー]*|${large}{3,}[${small}${large}ー]*|${large}{2}(?![${WORD}])`;

const vowels: readonly Rule[] = [
  ...inBoth('かさたなやらわがざだばぱ', drawn('ぁ', 'あ'), ''), // ふざけんなぁ; はぁ and まぁ are words of their own
  ...inBoth('あはま', drawn('ぁ', 'あ'), 'あ'),
  ...inBoth('こそとのもよろごぞどぼぽ', drawn('ぉ', 'お'), ''),
  ...inBoth('おほ', drawn('ぉ', 'お'), 'お'),
  ...inBoth('えけせてねへめれげぜでべぺ', drawn('ぇ', 'え'), 'え'), // うるせぇ, 知らねぇ: the vowel carries the word
  { pattern: /(?<=[いきしちにひみりぎじびぴ])ぃ[ぃー]*/g, to: '' },
  { pattern: /(?<=[かさたなやらわがざだばこそのもよろごぞぼ])ぃ[ぃー]*/g, to: 'い' }, // うざぃ
  { pattern: /(?<=[うくすつぬふむゆるぐずぶぷ])ぅ[ぅー]*/g, to: '' },
  { pattern: /(?<=[こそのほもよろごぞ])ぅ[ぅー]*/g, to: 'う' }, // だろぅ
  { pattern: /(?<=\p{Script=Han})ぁ/gu, to: 'あ' },
  { pattern: /(?<=\p{Script=Han})ぃ/gu, to: 'い' },
  { pattern: /(?<=\p{Script=Han})ぇ/gu, to: 'え' }, // 使ぇない
  { pattern: /い{3,}/g, to: 'いい' },
  { pattern: /う{3,}/g, to: 'うう' },
  // after the imperative nothing is carried; しねえ with a word around it is しない
  { pattern: /(?<=死ね)え+(?![ばと])/g, to: '' },
  { pattern: /(?<![\p{L}\p{N}])しねえ(?![\p{L}\p{N}])/gu, to: 'しね' },
  { pattern: /(?<![\p{L}\p{N}])シネエ(?![\p{L}\p{N}])/gu, to: 'シネ' },
];

const VOWEL_HINT =
  /[ぁぃぅぇぉ]|あ[ぁあ]|え[ぇえ]|お[ぉお]|いい|うう|[アカサタナハマヤラワガザダバパ](?:ァ|アア)|[エケセテネヘメレゲゼデベペ](?:ェ|エエ)|[オコソトノホモヨロゴゾドボポ](?:ォ|オオ)|死ねえ|しねえ|シネエ/;

/** Small and repeated vowels that only lengthen a word. */
export const calmVowels = pass(VOWEL_HINT, vowels);
