import type { Token } from '../text/index.ts';
import { isSign } from './sign.ts';
import { personOf } from './words/index.ts';

/** Nouns to kuromoji, but said of the whole sentence: あんたほんまアホやな. */
const ADVERBS = new Set(
  (
    'ほんま ホンマ まじ マジ ほんと ホント ガチ がち めっちゃ むっちゃ でら どえりゃあ ほんに ぶっちゃけ 正直 結局 一生 絶対 全然 毎回 毎度 超 めちゃくちゃ めちゃめちゃ とっとと ' +
    'いい加減 いいかげん ええ加減 一体 いったい 所詮 しょせん 案の定 今すぐ いますぐ 今度 次回 そのうち'
  ).split(' '),
);
/** What belongs to the person before it: お前ら全員, あんた自身, 奥さん本人. */
const OF_PERSONS = new Set(
  'ん とこ んとこ ところ ち ん家 ら たち 達 ども 共 等 方 さん 様 自身 全員 みんな 皆 一同 以外 側 本人 なんか など 二人 三人 同士 宅 家族 ご家族 達 先生'.split(
    ' ',
  ),
);

const isNoun = ({ pos }: Token): boolean => pos[0] === '名詞' || pos[0] === '接頭詞' || pos[0] === '未知語';
const isPart = (token: Token): boolean => isNoun(token) && !isSign(token) && token.surface !== 'みたい';

/** A verb made a noun: 菓子折りを. */
const isMade = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.conjugation === '連用形' && tokens[i]!.pos[0] === '動詞' && tokens[i + 1]?.surface === 'を';

/** Where the nouns that make one phrase with token `i` end; `i` itself where none begins there. */
export function nounRun(tokens: readonly Token[], i: number, stop: number): number {
  let to = i;
  let pronoun = false; // whether all so far is one, with what belongs to it
  while (to < tokens.length && tokens[to]!.start < stop && (isPart(tokens[to]!) || isMade(tokens, to))) {
    if (isAdverb(tokens, to)) break;
    const own = tokens[to]!.pos[1] === '接尾' || OF_PERSONS.has(tokens[to]!.surface);
    if (to > i && !own && (pronoun || isCalled(tokens[to - 1]!) || isManner(tokens[to]!))) break; // お前頭悪いな
    pronoun = to === i ? isPronoun(tokens[i]!) : pronoun && own;
    to++;
  }
  return to;
}

const isAdverb = (tokens: readonly Token[], i: number): boolean =>
  ADVERBS.has(tokens[i]!.surface) && !/^助/.test(tokens[i + 1]?.pos[0] ?? ''); // めちゃくちゃにする is none

const isPronoun = ({ surface, pos }: Token): boolean =>
  pos[1] === '代名詞' && /^(?:speaker|addressee)$/.test(personOf(surface) ?? '');

/** 奥さん, 娘ちゃん: what follows is another phrase. */
const isCalled = ({ surface }: Token): boolean =>
  /.(?:さん|ちゃん)$/.test(surface) || /^(?:さん|ちゃん)$/.test(surface);

/** How somebody ends up: 顔面ぐちゃぐちゃにする, 職員全員皆殺しにする. */
const isManner = ({ surface }: Token): boolean => /^(.{2})\1$/.test(surface) || ENDS.has(surface);
const ENDS = new Set(
  '皆殺し 半殺し 血祭り 八つ裂き 生き埋め 丸焼け 道連れ 病院送り 串刺し 滅多刺し めった刺し 血まみれ 粉々 木っ端微塵'.split(
    ' ',
  ),
);
