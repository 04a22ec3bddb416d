import type { Argument, Clause, Frame, Kind, Person } from '../clause/index.ts';
import { isOneOf, isTheirs } from './clause-arguments.ts';
import { type Earlier, isOfThingBefore } from './clause-thing.ts';
import { isUrge } from './clause-urge.ts';
import type { FrameName } from './dictionary/clause-names.ts';
import type { ClauseRule } from './dictionary/index.ts';

/** A clause that an entry's words were found in. */
export interface Told {
  readonly clauses: readonly Clause[];
  readonly i: number;
  readonly earlier: Earlier;
  readonly rest: readonly Argument[]; // arguments that the entry's words do not name
  readonly target: Person;
  readonly use: 'do' | 'be';
  readonly denied: boolean; // the entry's own words are
}

/** What stands around a clause, or in it, that makes it no act of the writer against the reader's side. */
export function clauseFrames(rule: ClauseRule, told: Told): FrameName[] {
  const { clauses, i, earlier, rest, target, use, denied } = told;
  const { frames, polarity, mood } = clauses[i]!;
  const urge = use === 'do' && isUrge(clauses, i);
  const found = new Set<FrameName>();
  for (const frame of frames) {
    switch (frame.kind) {
      case 'reported':
        if (frame.by !== 'speaker' && !isRelayed(clauses, i) && !isOwnFeeling(frame.by, clauses, i))
          found.add('reported');
        break;
      case 'declared':
        if (clauses[i + 1]?.frames.some(({ kind }) => kind === 'relative')) found.add('reported'); // 殺すと言う客
        break;
      case 'hearsay':
        found.add('hearsay');
        break;
      case 'thought':
        // 無能だと思います: to think so of somebody is the insult
        if (frame.by !== 'addressee' && !(use === 'be' && frame.by === 'speaker')) found.add('thought');
        break;
      case 'condition':
        if (!urge && !(mood === 'demand' && frame.main === null)) found.add('condition'); // 死ねば?
        break;
      case 'concessive':
        if (mood === 'state' && !urge) found.add('condition');
        break;
      case 'relative':
      case 'nominal':
        if (use === 'do' && !urge && !isSomebody(target) && !INTENTION.has(frame.head) && !isBefore(frame, clauses, i))
          found.add('spoken-of');
        break;
      case 'list':
        if (!isTheirs(target) || mood === 'ask') found.add('spoken-of'); // 殺すか殺されるかの
        break;
      default:
        break;
    }
  }
  if (polarity === 'denied' && !denied && !rule.eitherPolarity && !urge) found.add('denied');
  const around = [...rest, ...mainOf(clauses, i)];
  if (around.some((arg) => isOther(arg, rule.notOf))) found.add('other-thing');
  if (frames.some((frame) => frame.kind === 'relative' && frame.kinds.some((kind) => rule.notOf.includes(kind))))
    found.add('other-thing');
  if (use === 'do' && target === 'nobody-said' && isOfThingBefore(rule.notOf, clauses, i, earlier))
    found.add('other-thing');
  if (!rule.to.has(target)) found.add(target === 'speaker' ? 'self' : 'third-party');
  return [...found];
}

const isSomebody = (target: Person): boolean => isTheirs(target) && target !== 'addressee-company';

/** What belongs to the clause that this one leads to: バットを持って → 練習に行く. */
function mainOf(clauses: readonly Clause[], i: number): readonly Argument[] {
  const linked = clauses[i]!.frames.find((frame) => frame.kind === 'linked');
  const args = linked === undefined ? [] : (clauses[linked.main]?.args ?? []);
  return args.filter(({ role, kinds }) => role !== 'to' || !kinds.some((kind) => kind === 'animal' || kind === 'food')); // 犬に食わせる
}

/** What only owns the object (料理の包丁) is looked at where the entry names the word itself. */
const isOther = (arg: Argument, notOf: readonly string[]): boolean =>
  !isTheirs(arg.person) && isOneOf({ ...arg, kinds: arg.kinds.filter((kind) => counts(arg.role, kind)) }, notOf);

/** Where and with what: 車で轢き殺す is done to nobody's car; what is done in a game is play. */
const PLAY: ReadonlySet<Kind> = new Set(['game', 'fiction', 'sport', 'training']);
const counts = (role: Argument['role'], kind: Kind): boolean =>
  role !== 'genitive' && (!ASIDE.has(role) || PLAY.has(kind));
const ASIDE: ReadonlySet<Argument['role']> = new Set(['at', 'from', 'until', 'with']);

/** 殺す覚悟だ, 殺す準備はできている: meant in earnest. */
const INTENTION = new Set(
  '気分 気持ち 思い 衝動 勢い 覚悟 準備 用意 予定 計画 日 決意 決心 つもり 気 所存 番 時'.split(' '),
);

/** 殺される前に金を返せ, 倒産させるまで止めない */
function isBefore(frame: Frame, clauses: readonly Clause[], i: number): boolean {
  const next = clauses[i + 1];
  if (frame.kind !== 'nominal' || next === undefined) return false;
  if (frame.head === 'よう') return isMade(clauses, i);
  if (frame.head === 'とき') return next.mood === 'order' || next.mood === 'demand';
  return frame.head === 'まで' && next.agent !== 'third' && (next.polarity === 'denied' || next.voice === 'give');
}

/** 腕を折って働けないようにしてやる: what is done to make it so is meant. */
const isMade = (clauses: readonly Clause[], i: number): boolean =>
  clauses[i]!.frames.some(({ kind }) => kind === 'linked') &&
  clauses
    .slice(i + 1, i + 4)
    .some(({ predicate, mood, agent }) => predicate.lemma === 'する' && mood === 'will' && agent === 'speaker');

/** 死にたいという気持ち: nobody's words. */
const isOwnFeeling = (by: Person, clauses: readonly Clause[], i: number): boolean =>
  by === 'nobody-said' && (clauses[i + 1]?.args[0]?.kinds.includes('feeling') ?? false);

/** 死ねと伝えろ: who is to say it does so for the writer. */
function isRelayed(clauses: readonly Clause[], i: number): boolean {
  const saying = clauses[i + 1];
  return saying?.polarity === 'affirmed' && (saying.mood === 'order' || saying.mood === 'request');
}
