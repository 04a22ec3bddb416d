import type { Kind, Person } from '../clause/index.ts';
import { type ClauseRule, type Entry, type EntryMood, USUAL_MOODS } from './dictionary/index.ts';
import { BAND_WORDS } from './explanation/words.ts';

/** An entry as a Japanese sentence that its author can check by reading. Phrases are given as written. */
export function meaningOf({ clause, say, atLeast, aimed }: Entry): string {
  const written = new Set(clause?.words.map(({ text }) => text));
  const phrases = say.filter((one) => !written.has(one));
  const parts = [
    ...(clause === null ? [] : clauseParts(clause)),
    ...(phrases.length > 0 ? [`${listed(phrases)}と書いてある`] : []),
  ];
  const aim = aimed ? '相手を指す言葉が近くにあるときだけ、' : '';
  const found = atLeast === null ? '理由として示すだけ' : `${aim}見つけたら${BAND_WORDS[atLeast].ja}`;
  return `${parts.join('。または、')}。${found}。`;
}

function clauseParts(rule: ClauseRule): string[] {
  const words = (use: 'do' | 'be') => rule.words.filter((word) => word.use === use).map(({ text }) => text);
  const [does, is] = [words('do'), words('be')];
  const about = rule.of === null ? '' : `（${named(rule.of)}について）`;
  const when = rule.conditioned ? '条件を付けて、' : '';
  const how = `${when}${moodWords(rule.moods)}`;
  return [
    ...(does.length > 0 ? [`${whoWords(rule)}${personWords(rule.to)}に「${listed(does)}」${about}と${how}`] : []),
    ...(is.length > 0 ? [`${personWords(rule.to)}を「${listed(is)}」${about}と言う`] : []),
  ];
}

/** More words than these are counted. */
const SHOWN = 6;

const listed = (words: readonly string[]): string =>
  words.length <= SHOWN ? words.join('・') : `${words.slice(0, SHOWN).join('・')}ほか${words.length - SHOWN}語`;

const PERSONS: Readonly<Record<Person, string>> = {
  speaker: '書き手',
  addressee: '相手',
  'addressee-company': '会社や店',
  'addressee-family': '家族',
  staff: '働く人',
  third: 'ほかの人やもの',
  'nobody-said': '（言わない場合も）',
};
const ALL_PERSONS = Object.keys(PERSONS).length;
const THEIR_SIDE = ['addressee', 'addressee-company', 'addressee-family', 'staff'] as const satisfies readonly Person[];

function personWords(persons: ReadonlySet<Person>): string {
  if (persons.size === ALL_PERSONS) return '誰か';
  const theirs = THEIR_SIDE.every((one) => persons.has(one));
  const others = [...persons].filter((one) => !theirs || !THEIR_SIDE.some((side) => side === one));
  const named = others.filter((one) => !theirs || one !== 'nobody-said').map((one) => PERSONS[one]);
  return [...(theirs ? ['相手側'] : []), ...named].join('・');
}

const whoWords = ({ who }: ClauseRule): string => (who === null ? '' : `${personWords(who)}が`);

const MOODS: Readonly<Record<EntryMood, string>> = {
  order: '命じる',
  request: '頼む',
  demand: '求める',
  will: '予告する',
  wish: '望む',
  invite: '誘う',
  prohibit: '禁じる',
  permit: '許す',
  oblige: 'するほかないと言う',
  ask: '問う',
  guess: 'するかもしれないと言う',
  state: '述べる',
  did: 'したと述べる',
};
function moodWords(moods: ReadonlySet<EntryMood>): string {
  const missing = USUAL_MOODS.filter((mood) => !moods.has(mood));
  const more = [...moods].filter((mood) => mood === 'did' || mood === 'prohibit').map((mood) => MOODS[mood]);
  if (missing.length > USUAL_MOODS.length / 2) return [...moods].map((mood) => MOODS[mood]).join('、');
  const besides = more.length > 0 ? `（${more.join('、')}場合も）` : '';
  return missing.length === 0
    ? `言う${besides}`
    : `言う（${missing.map((mood) => MOODS[mood]).join('、')}場合を除く）${besides}`;
}

const KINDS: Readonly<Record<Kind, string>> = {
  program: 'プログラム',
  food: '食べ物',
  animal: '動物',
  game: 'ゲーム',
  fiction: '作品',
  sport: 'スポーツ',
  money: '金',
  time: '時間',
  place: '場所',
  body: '体',
  weapon: '凶器',
  fire: '火',
  document: '書類',
  product: '商品',
  vehicle: '乗り物',
  message: '連絡や投稿',
  feeling: '気持ち',
  nature: '自然',
  illness: '病気',
  work: '仕事',
  clothing: '衣服',
  training: '研修や教材',
};

const named = (things: readonly string[]): string =>
  things.map((one) => KINDS[one as Kind] ?? PERSONS[one as Person] ?? one).join('・');
