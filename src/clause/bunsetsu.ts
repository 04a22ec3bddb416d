import type { Span, Token } from '../text/index.ts';
import type { Head } from './heads/index.ts';
import { nounRun } from './noun-run.ts';
import type { Argument, Kind, Person, Role } from './types.ts';
import { fold, kindsOf, ownedBy, personOf, TITLES } from './words/index.ts';

/** A noun phrase with its particles, 社長の家に; `reach` is where the particles end. */
export interface Phrase extends Argument {
  readonly reach: number;
  readonly particle: string;
  /** Whether the noun is a person at all, whoever it is. */
  readonly somebody: boolean;
}

const CASES: Readonly<Record<string, Role>> = {
  を: 'object',
  が: 'subject',
  に: 'to',
  へ: 'to',
  で: 'at',
  と: 'with',
  から: 'from',
  より: 'from',
  まで: 'until',
  による: 'by',
  によって: 'by',
  により: 'by',
  の: 'genitive',
};
const FOCUS: Readonly<Record<string, Role>> = {
  は: 'topic',
  って: 'topic',
  なら: 'topic',
  も: 'also',
  さえ: 'also',
  だけ: 'only',
  しか: 'only',
};

const CASE_ROLES = Object.entries(CASES);
const FOCUS_ROLES = Object.entries(FOCUS);

const LIKE = ['みたいな', 'のような', 'ごとき'] as const;

/** The noun phrases outside the predicates, in order. */
export function phrasesOf(text: string, tokens: readonly Token[], heads: readonly Head[]): Phrase[] {
  const found: Phrase[] = [];
  let next = 0;
  let owner: Phrase | null = null;
  for (let i = 0; i < tokens.length; ) {
    while (next < heads.length && heads[next]!.endings.end <= tokens[i]!.start) next++;
    const head = heads[next];
    if (head !== undefined && tokens[i]!.start >= head.start) {
      i = firstFrom(tokens, i, head.endings.end);
      if (head.kind !== 'adjective' || owner?.reach !== head.start) owner = null; // お前の汚い店
      continue;
    }
    const phrase = phraseAt(text, tokens, i, head?.start ?? text.length, owner);
    if (phrase === null) {
      if (tokens[i]!.pos[0] !== '連体詞') owner = null;
      i++;
      continue;
    }
    found.push(phrase);
    owner = phrase.role === 'genitive' ? phrase : null;
    i = firstFrom(tokens, i, phrase.reach);
  }
  return found;
}

const isWith = (text: string): boolean => text.length > 2 && text.endsWith('ごと');

function firstFrom(tokens: readonly Token[], i: number, at: number): number {
  let to = i + 1;
  while (to < tokens.length && tokens[to]!.start < at) to++;
  return to;
}

function phraseAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  stop: number,
  owner: Phrase | null,
): Phrase | null {
  const to = nounRun(tokens, i, stop);
  if (to === i) return null;
  const words = tokens.slice(i, to);
  let reach = to;
  let particle = '';
  while (
    reach < tokens.length &&
    tokens[reach]!.start < stop &&
    tokens[reach]!.pos[0] === '助詞' &&
    tokens[reach]!.pos[1] !== '終助詞'
  ) {
    particle += tokens[reach]!.surface;
    reach++;
    if (particle === 'の') break;
  }
  const like = LIKE.find((words) => text.startsWith(words, tokens[to - 1]!.end)); // お前みたいな無能
  if (like !== undefined) {
    particle = 'の';
    while (
      reach < tokens.length &&
      tokens[reach]!.start < stop &&
      tokens[reach]!.start < words.at(-1)!.end + like.length
    )
      reach++;
  }
  const span: Span = { start: tokens[i]!.start, end: words.at(-1)!.end };
  const head = headOf(words);
  const adverbial =
    tokens[to]?.pos[1] === '副詞化' ||
    words.every(isMeasure) ||
    (particle === '' && words.at(-1)!.pos[1] === '形容動詞語幹');
  const base = {
    ...span,
    text: text.slice(span.start, span.end),
    particle,
    reach: reach > to ? tokens[reach - 1]!.end : span.end,
  };
  const role = isWith(base.text) ? 'with' : roleOf(particle, text.slice(span.end, span.end + 1)); // 家族ごと
  return {
    ...base,
    head,
    role,
    person: adverbial ? 'nobody-said' : person(words, head, owner),
    somebody: !adverbial && (isSomebody(words, head) || owner?.somebody === true),
    kinds: kinds(head, base.text, words),
  };
}

const MANY = new Set('ら たち 達 ども 共 め 方 等'.split(' '));
const surfaceOf = (words: readonly Token[]): string =>
  words.length === 1 ? words[0]!.surface : words.map(({ surface }) => surface).join('');

/** 山田さん → 山田さん; 第二営業部の部長 → 部長; お宅ら → お宅. */
function headOf(words: readonly Token[]): string {
  const whole = surfaceOf(words);
  if (personOf(whole) !== null) return whole;
  const last = words.findLastIndex(
    ({ pos, surface }) => pos[1] !== '接尾' && pos[0] !== '接頭詞' && !MANY.has(surface),
  );
  const counted = last > 0 && words.slice(1).every(isMeasure); // 指一本
  const word = counted ? words[0]! : (words[last] ?? words.at(-1)!);
  const prefix = words[last - 1];
  const suffix = words[last + 1];
  if (
    prefix?.pos[0] === '接頭詞' &&
    /^[おご御]$/.test(prefix.surface) &&
    personOf(prefix.surface + word.surface) !== null
  )
    return prefix.surface + word.surface;
  if (suffix !== undefined && TITLES.has(suffix.surface))
    return (prefix && /^[おご]$/.test(prefix.surface) ? prefix.surface : '') + word.surface + suffix.surface;
  return fold(word.lemma);
}

/** 一発, 二度, 今: how much and when. */
const isMeasure = ({ pos }: Token): boolean => pos[1] === '数' || pos[2] === '助数詞' || pos[1] === '副詞可能';

const isSomebody = (words: readonly Token[], head: string): boolean =>
  personOf(head) !== null || words.some(({ pos }) => pos[2] === '人名');

function person(words: readonly Token[], head: string, owner: Phrase | null): Person {
  const named = words.findLast(({ pos, surface }) => pos[1] !== '接尾' || TITLES.has(surface));
  const names = named?.pos[2] === '人名' || TITLES.has(named?.surface ?? ''); // サンドバッグ is nobody's
  const whole = surfaceOf(words);
  const own = head === 'うち' && owner !== null ? 'nobody-said' : (personOf(whole) ?? personOf(head)); // 今のうちに
  if (names && own === null && (kindsOf(head).length === 0 || words.length > 1))
    return owner?.person === 'third' ? 'third' : 'staff';
  if (owner !== null && (owner.somebody || own === null))
    return ownedBy(own === null ? head : personOf(whole) === null ? head : whole, owner.person, owner.head) ?? 'third';
  return own ?? 'third';
}

function kinds(head: string, whole: string, words: readonly Token[]): readonly Kind[] {
  const own = kindsOf(head);
  const found = own.length > 0 ? own : kindsOf(whole);
  return found.length === 0 && words.some(({ pos }) => pos[2] === '地域') ? ['place'] : found;
}

function roleOf(particle: string, after: string): Role {
  if (particle.startsWith('でも')) return 'also';
  if (particle === '') return /^[、,!！…]/.test(after) ? 'call' : 'bare';
  for (const [spelling, role] of CASE_ROLES) if (particle.startsWith(spelling)) return role;
  for (const [spelling, role] of CASE_ROLES) if (particle.includes(spelling) && spelling !== 'の') return role;
  for (const [spelling, role] of FOCUS_ROLES) if (particle.includes(spelling)) return role;
  return 'bare';
}
