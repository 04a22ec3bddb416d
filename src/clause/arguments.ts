import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import type { Argument } from './types.ts';
import { isHappening } from './words/index.ts';

/** The phrases of each head: those between the predicate before and it; the last has those after it, a call or what came late. */
export function argumentsOf(heads: readonly Head[], phrases: readonly Phrase[]): Phrase[][] {
  let next = 0;
  return heads.map((head, i) => {
    const last = i === heads.length - 1;
    const own: Phrase[] = [];
    for (; next < phrases.length; next++) {
      const phrase = phrases[next]!;
      if (phrase.start >= head.start && !last) break;
      if (phrase.start < head.start || phrase.start >= head.endings.end) own.push(withRole(phrase, head));
    }
    return own;
  });
}

/** Verbs of what happens to somebody, but that take an object: 日本語わかりますか. */
const TAKES = new Set(
  '持つ 知る 分かる 感じる 信じる 含む 意味する 心配する 感謝する 愛する 好く 嫌う 疑う 入る 出る 通う'.split(' '),
);

const MOVES = /^(?:来る|行く|寄る|向かう|乗り込む|押しかける|帰る|戻る)$/;

/** 金返せ, お前殺す: a noun without particle right before a verb is its object, one behind it a call. */
function withRole(phrase: Phrase, { lemma, kind, start, endings }: Head): Phrase {
  const { role, reach, person } = phrase;
  if (role !== 'bare') return phrase;
  if (/^(?:うち|ウチ)$/.test(phrase.head) && reach === start && /^(?:来る|行く|寄る|泊まる)$/.test(lemma))
    return { ...phrase, role: 'to' }; // うち来てや
  if (kind === 'verb' && reach === start && phrase.kinds.includes('place') && MOVES.test(lemma))
    return { ...phrase, role: 'to' }; // お前の家行くぞ
  if (kind === 'verb' && reach === start && person !== 'speaker' && person !== 'nobody-said')
    return { ...phrase, role: isHappening(lemma) && !TAKES.has(lemma) ? 'subject' : 'object' };
  if (phrase.start < endings.end) return phrase;
  return { ...phrase, role: 'call', person: phrase.head === '自分' ? 'addressee' : person }; // アホやろ自分
}

/** As the clause shows it. */
export const bare = ({ head, text, start, end, role, person, kinds }: Phrase): Argument => ({
  head,
  text,
  start,
  end,
  role,
  person,
  kinds,
});
