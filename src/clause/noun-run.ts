import type { Token } from '../text/index.ts';
import { personOf } from './words/index.ts';

/** Nouns to kuromoji, but said of the whole sentence: あんたほんまアホやな. */
const ADVERBS = new Set(
  (
    'ほんま ホンマ まじ マジ ほんと ホント ガチ がち めっちゃ むっちゃ でら どえりゃあ ほんに ぶっちゃけ 正直 結局 一生 絶対 全然 毎回 毎度 超 めちゃくちゃ めちゃめちゃ とっとと ' +
    'いい加減 いいかげん ええ加減 一体 いったい 所詮 しょせん 案の定 今すぐ いますぐ 今度 次回 そのうち'
  ).split(' '),
);
/** What belongs to a pronoun before it: お前ら全員, あんた自身. */
const OF_PRONOUNS = new Set(
  'ん とこ んとこ ところ ち ん家 ら たち 達 ども 共 等 方 さん 様 自身 全員 みんな 一同 以外 側 本人 なんか など 二人 三人 同士'.split(
    ' ',
  ),
);

const isNoun = ({ pos }: Token): boolean => pos[0] === '名詞' || pos[0] === '接頭詞' || pos[0] === '未知語';
const isWord = ({ surface }: Token): boolean => /[\p{L}\p{N}]/u.test(surface);
const isPart = (token: Token): boolean => isNoun(token) && isWord(token) && token.surface !== 'みたい';

/** Where the nouns that make one phrase with token `i` end; `i` itself where none begins there. */
export function nounRun(tokens: readonly Token[], i: number, stop: number): number {
  let to = i;
  while (to < tokens.length && tokens[to]!.start < stop && isPart(tokens[to]!)) {
    const { surface, pos } = tokens[to]!;
    if (isAdverb(tokens, to)) break;
    const before = tokens[to - 1];
    if (
      to > i &&
      before!.pos[1] === '代名詞' &&
      isSide(before!.surface) &&
      pos[1] !== '接尾' &&
      !OF_PRONOUNS.has(surface)
    )
      break; // お前頭悪いな
    to++;
  }
  return to;
}

const isAdverb = (tokens: readonly Token[], i: number): boolean =>
  ADVERBS.has(tokens[i]!.surface) && !/^助/.test(tokens[i + 1]?.pos[0] ?? ''); // めちゃくちゃにする is none

const isSide = (word: string): boolean => /^(?:speaker|addressee)$/.test(personOf(word) ?? '');
