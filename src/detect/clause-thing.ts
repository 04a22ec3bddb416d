import { type Argument, type Clause, isHappening, type Kind } from '../clause/index.ts';
import { isTheirs } from './clause-arguments.ts';

/** What a trade kills, cuts or drops day by day, and speaks of without naming it again. */
const OF_TRADES: ReadonlySet<Kind> = new Set(['program', 'food', 'animal', 'game']);
/** Of a thing that only is there it is told what happens to it next; of one that fails it is complained. */
const IS_THERE = new Set(
  'ある いる おる 残る 出る 出てくる 見つかる 見える 増える 来る 釣れる 捕れる 捕まる 入る 並ぶ 溜まる 動く'.split(' '),
);

/**
 * Whether what is done is done to the thing that was spoken of last: プロセスが残っています。殺してよいですか, アジを釣ったらすぐ殺す. An outcry
 * (殺すぞ, 殺してやる) is meant for somebody, and so is a bare 殺す after a full stop.
 *
 * @param before the clauses of the sentence before.
 */
export function isOfThingBefore(
  notOf: readonly string[],
  clauses: readonly Clause[],
  i: number,
  before: readonly Clause[],
): boolean {
  const { predicate, args, politeness, voice } = clauses[i]!;
  if (isHappening(predicate.lemma)) return false;
  if (politeness === 'rough' || voice === 'passive' || args.some(isNamed)) return false;
  const here = clauses.slice(0, i);
  if (here.some(({ args }) => args.some(isPerson))) return false;
  if (here.length > 0) return tellsOfThing(here, notOf);
  const goesOn =
    politeness === 'polite' || clauses[i]!.frames.some(({ kind }) => kind === 'linked' || kind === 'condition');
  return goesOn && before.length > 0 && !before.some(({ args }) => args.some(isPerson)) && tellsOfThing(before, notOf);
}

/** What the clause itself is done to. */
const isNamed = (arg: Argument): boolean =>
  isPerson(arg) || arg.role === 'object' || arg.role === 'subject' || arg.role === 'call';
const isPerson = ({ person }: Argument): boolean => isTheirs(person);

const tellsOfThing = (clauses: readonly Clause[], notOf: readonly string[]): boolean =>
  clauses.at(-1)!.polarity === 'affirmed' &&
  clauses.some((clause, i) => isThing(clause, notOf, i === clauses.length - 1));

/** A topic holds on to the end of its sentence, an object only in the last clause. */
const isThing = ({ args, predicate, polarity }: Clause, notOf: readonly string[], last: boolean): boolean =>
  polarity === 'affirmed' &&
  predicate.kind === 'verb' &&
  args.some(
    ({ role, kinds }) =>
      kinds.some((kind) => OF_TRADES.has(kind) && notOf.includes(kind)) &&
      (role === 'topic' ||
        (role === 'object' && last) ||
        ((role === 'subject' || role === 'bare') && IS_THERE.has(predicate.lemma))),
  );
