import { type Argument, type Clause, isHappening, type Kind } from '../clause/index.ts';
import { isTheirs } from './clause-arguments.ts';

/** The clauses of the line that stands so many lines before one in its part; none where there is none. */
export type Earlier = (back: number) => readonly Clause[];

/** What a trade kills, cuts or drops day by day, and speaks of without naming it again. */
const OF_TRADES: ReadonlySet<Kind> = new Set(['program', 'food', 'animal', 'game']);
/** Of a thing that only is there it is told what happens to it next; of one that fails it is complained. */
const IS_THERE = new Set(
  (
    'ある いる おる 残る 出る 出てくる 見つかる 見える 増える 来る 釣れる 捕れる 捕まる 入る 並ぶ 溜まる 動く ' +
    '湧く 群がる 発生する 繁殖する 侵入する 入り込む 這う 飛ぶ 住み着く 住みつく 生える 茂る はびこる 暴れる 常駐する 多い いっぱい 大量'
  ).split(' '),
);
/** A program that nobody needs is killed: 使われていないので殺します. */
const NEEDED = new Set('使う 使用する 利用する 参照する 呼ぶ 呼び出す 要る いる 必要'.split(' '));
/** Somebody who hunts a thing says of it, before killing it, that it is found: 見つけ次第殺す. */
const FOUND = new Set(
  '見つける 見つかる 見かける 捕まえる 捕まる 捕獲する 捕る 獲る 釣る 釣れる 出る 出てくる 湧く'.split(' '),
);

/**
 * Whether what is done is done to the thing that was spoken of last: プロセスが残っています。殺してよいですか, アジを釣ったらすぐ殺す. An outcry
 * (殺すぞ, 殺してやる) is meant for somebody, and so is a bare 殺す after a full stop, unless the thing is found first.
 */
export function isOfThingBefore(
  notOf: readonly string[],
  clauses: readonly Clause[],
  i: number,
  earlier: Earlier,
): boolean {
  const { predicate, args, politeness, voice, frames, mood } = clauses[i]!;
  if (isHappening(predicate.lemma)) return false;
  if (isCounted(clauses[i]!)) return true;
  const asked = mood === 'ask' && clauses[i + 1]?.politeness === 'polite'; // 殺してしまって問題ないか、確認させてください
  if ((politeness === 'rough' && !asked) || voice === 'passive' || args.some(isNamed)) return false;
  const here = clauses.slice(0, i);
  if (namesPerson(here)) return false;
  if (namesAnything(here)) return tellsOfThing(here, notOf);
  const hunted = here.some((clause) => FOUND.has(clause.predicate.lemma));
  const goesOn =
    politeness === 'polite' || asked || frames.some(({ kind }) => kind === 'linked' || kind === 'condition');
  if (!goesOn && !hunted) return false;
  const before = earlier(1);
  if (namesPerson(before)) return false;
  if (!hunted || namesAnything(before)) return tellsOfThing(before, notOf);
  return !namesPerson(earlier(2)) && tellsOfThing(earlier(2), notOf); // ゴキブリが出た。許せない。見つけ次第殺す
}

/** 一日に八百本殺す, まいにち 10こ ころします: people are counted otherwise. */
const isCounted = ({ predicate, args, politeness }: Clause): boolean =>
  politeness !== 'rough' &&
  /殺す$/.test(predicate.lemma) &&
  args.some(
    ({ role, text }) =>
      role === 'bare' && /[0-9一二三四五六七八九十百千万数](?:匹|尾|羽|本|株|個|こ)(?:以上|くらい|ほど)?$/.test(text),
  ) &&
  !args.some(isNamed);

/** What the clause itself is done to. */
const isNamed = (arg: Argument): boolean =>
  isPerson(arg) || arg.role === 'object' || arg.role === 'subject' || arg.role === 'call';
const isPerson = ({ person }: Argument): boolean => isTheirs(person);
const namesPerson = (clauses: readonly Clause[]): boolean => clauses.some(({ args }) => args.some(isPerson));
const namesAnything = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ args }) => args.some(({ person, kinds }) => person !== 'nobody-said' && !kinds.some(isOwn)));
const isOwn = (kind: Kind): boolean => kind === 'body' || kind === 'feeling'; // 腹が立つ

const tellsOfThing = (clauses: readonly Clause[], notOf: readonly string[]): boolean =>
  clauses.length > 0 &&
  isPlain(clauses.at(-1)!) &&
  clauses.some((clause, i) => isThing(clause, notOf, i === clauses.length - 1));

/** It is told what is, not what fails. */
const isPlain = ({ polarity, predicate }: Clause): boolean => polarity === 'affirmed' || NEEDED.has(predicate.lemma);

/** A topic holds on to the end of its sentence, an object only in the last clause. */
const isThing = (clause: Clause, notOf: readonly string[], last: boolean): boolean =>
  isPlain(clause) &&
  (clause.predicate.kind === 'verb' || IS_THERE.has(clause.predicate.lemma)) &&
  !isSpoilt(clause) &&
  clause.args.some(({ role, kinds }) => {
    if (!kinds.some((kind) => OF_TRADES.has(kind) && notOf.includes(kind))) return false;
    if (role === 'topic' || role === 'call') return true;
    if (role === 'object') return last;
    if (role === 'to' || role === 'by') return clause.voice === 'passive' && kinds.includes('animal'); // ヒルに吸われたら
    return (role === 'subject' || role === 'bare') && IS_THERE.has(clause.predicate.lemma);
  });

/** 弁当に虫が入っていました: a complaint of the food. */
const isSpoilt = ({ args }: Clause): boolean =>
  args.some(({ role, kinds }) => (role === 'to' || role === 'from') && kinds.some((kind) => SOLD.has(kind)));
const SOLD: ReadonlySet<Kind> = new Set(['food', 'product', 'clothing']);
