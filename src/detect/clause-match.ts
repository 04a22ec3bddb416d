import type { Argument, Clause, Frame, Person } from '../clause/index.ts';
import type { Span } from '../text/index.ts';
import { isOneOf, isTheirs, purposeOf } from './clause-arguments.ts';
import { clauseFrames, type Told } from './clause-frames.ts';
import { peopleOf, toldOf } from './clause-people.ts';
import type { Earlier } from './clause-thing.ts';
import { isBargain, isLookedForward, isUrge } from './clause-urge.ts';
import type { FrameName } from './dictionary/clause-names.ts';
import type { ClauseRule, ClauseWord, EntryMood, Step } from './dictionary/index.ts';

/** A clause that does what an entry says, to whom, and what it tells against the match. */
export interface ClauseReading extends Span {
  readonly at: number; // of the predicate
  readonly handsOn: boolean; // what follows speaks of these words: 殺すと言われた
  readonly use: ClauseWord['use'];
  readonly target: Person;
  readonly frames: readonly FrameName[];
}

/**
 * Reads clause `i` of a sentence for one word of an entry; null where it says something else.
 *
 * @param earlier the clauses of the sentences before, which may name what this one is done to.
 */
export function readClause(
  rule: ClauseRule,
  word: ClauseWord,
  clauses: readonly Clause[],
  i: number,
  earlier: Earlier,
): ClauseReading | null {
  const clause = clauses[i]!;
  const found = stepsAt(word.steps, clauses, i);
  if (found === null) return null;
  const last = word.steps.at(-1)!;
  if (last.denied && clause.polarity === 'affirmed') return null;
  const bargain = word.use === 'do' && isBargain(clauses, i);
  const mood = bargain ? 'demand' : isLookedForward(clauses, i) ? 'wish' : moodOf(clause);
  const urged = word.use === 'do' && mood === 'state' && isUrge(clauses, i); // 殴らないと気が済まない
  if (!rule.moods.has(mood) && !(urged && rule.moods.has('oblige'))) return null;
  const rest = found.clauses.flatMap(({ args }) => args.filter((arg) => !found.args.includes(arg)));
  const { agent, target } =
    word.use === 'do'
      ? peopleOf(rule, clauses, i, mood, rest, bargain)
      : { agent: clause.agent, target: toldOf(clauses, i, rest) };
  if (word.use === 'do' && !isAgent(rule, agent, clause, mood, target)) return null;
  if (word.use === 'do' && mood === 'state' && target === 'nobody-said' && isMereStatement(rule, clause)) return null;
  if (rule.of !== null && !rest.some((arg) => isOneOf(arg, rule.of!)) && !rule.of.includes(target)) return null;
  if (rule.conditioned && !clause.frames.some(({ kind }) => kind === 'conditioned')) return null;
  const told: Told = { clauses, i, earlier, rest, target, use: word.use, denied: last.denied };
  const start = Math.min(...[...found.args, ...rest.filter(({ person }) => isTheirs(person))].map((arg) => arg.start));
  return {
    start: Math.min(start, ...found.clauses.map(({ predicate }) => predicate.start)),
    end: clause.end,
    at: clause.predicate.start,
    handsOn: clause.frames.some(({ kind }) => HANDING.has(kind)),
    use: word.use,
    target,
    frames: clauseFrames(rule, told),
  };
}

const NONE_EARLIER: Earlier = () => [];
const HANDING: ReadonlySet<Frame['kind']> = new Set(['reported', 'declared', 'thought', 'disowned', 'quoted']);

/**
 * Of whom a noun is used, that stands at a span of the sentence: in a predicate (お前はクズだ) or within a noun phrase
 * (クズ店員).
 *
 * @returns null where no clause holds it: クズ。
 */
export function readNoun(rule: ClauseRule, clauses: readonly Clause[], span: Span): ClauseReading | null {
  const reading = { ...span, at: span.start, handsOn: false, use: 'be' } as const;
  const i = clauses.findIndex(({ predicate }) => predicate.kind !== 'verb' && overlaps(predicate, span));
  if (i >= 0) {
    const rest = clauses[i]!.args.filter((arg) => !overlaps(arg, span));
    const target = toldOf(clauses, i, rest);
    return {
      ...reading,
      target,
      frames: clauseFrames(rule, { clauses, i, earlier: NONE_EARLIER, rest, target, use: 'be', denied: false }),
    };
  }
  const holder = clauses.find(({ args }) => args.some((arg) => overlaps(arg, span)));
  if (holder === undefined) return null;
  const at = holder.args.findIndex((arg) => overlaps(arg, span));
  if (isNoSuch(holder, holder.args[at]!)) return { ...reading, target: holder.agent, frames: ['denied'] };
  const named = holder.args[at]!.role === 'genitive' ? holder.args[at + 1] : holder.args[at]; // クズの店員
  return {
    ...reading,
    target: named !== undefined && isTheirs(named.person) ? named.person : calledOf(holder, holder.args[at]!),
    frames: [],
  };
}

/** Who is bidden, or told off, under that name is the reader: ド素人が口を出すな, ハゲに言われたくない. */
const calledOf = ({ mood, voice, polarity }: Clause, { role }: Argument): Person =>
  ((mood === 'prohibit' || mood === 'order') && (role === 'subject' || role === 'topic')) ||
  (mood === 'wish' && voice === 'passive' && polarity === 'denied' && (role === 'to' || role === 'by'))
    ? 'addressee'
    : 'nobody-said';

/** 給料泥棒ではありません, 給料泥棒ではない */
const isNoSuch = ({ predicate: { lemma }, polarity }: Clause, { role }: Argument): boolean =>
  role === 'at' && ((lemma === 'ある' && polarity === 'denied') || (lemma === 'ない' && polarity === 'affirmed'));

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A clause before the predicate stands at most so many clauses before it. */
const FAR = 3;

interface Found {
  readonly clauses: readonly Clause[];
  readonly args: readonly Argument[];
}

function stepsAt(steps: readonly Step[], clauses: readonly Clause[], i: number): Found | null {
  const args = argumentsOf(steps.at(-1)!, clauses[i]!);
  if (args === null) return null;
  const before = steps.slice(0, -1);
  if (before.length === 0) return { clauses: [clauses[i]!], args };
  for (let at = i - 1; at >= Math.max(0, i - FAR); at--) {
    const found = stepsAt(before, clauses, at);
    if (found !== null) return { clauses: [...found.clauses, clauses[i]!], args: [...found.args, ...args] };
  }
  return null;
}

/** The arguments of the clause that the step names; null where the clause is another. */
function argumentsOf({ lemma, voice, aspects, purpose, args }: Step, clause: Clause): Argument[] | null {
  if (clause.predicate.lemma !== lemma || (voice !== null && clause.voice !== voice)) return null;
  if (purpose !== null && purposeOf(clause.frames) !== purpose) return null;
  if (!aspects.every((aspect) => clause.aspects.includes(aspect))) return null;
  const found: Argument[] = [];
  for (const wanted of args) {
    const arg = clause.args.find((one) => !found.includes(one) && isArgument(wanted, one));
    if (arg === undefined) return null;
    found.push(arg);
  }
  return found;
}

/** A topic, も or no particle at all may stand for を and が. */
const STANDS_FOR: Readonly<Partial<Record<Argument['role'], readonly Argument['role'][]>>> = {
  object: ['object', 'topic', 'also', 'only', 'bare', 'subject'],
  subject: ['subject', 'topic', 'also', 'only', 'bare', 'genitive'],
  to: ['to', 'also', 'only', 'bare'],
};

const isArgument = (wanted: Step['args'][number], arg: Argument): boolean =>
  (STANDS_FOR[wanted.role] ?? [wanted.role]).includes(arg.role) &&
  (arg.text.endsWith(wanted.text) || (wanted.head.length >= wanted.text.length && arg.head === wanted.head));

/** What was wished is told of: 殺してやりたかった is said of a film, 殺してやりたい of somebody. */
function moodOf({ mood, tense, voice }: Clause): EntryMood {
  if (tense === 'past' && mood === 'demand' && voice === 'passive') return 'did'; // 殴られたほうがましでした
  return tense === 'past' && (mood === 'wish' || mood === 'state' || mood === 'guess' || mood === 'ask') ? 'did' : mood;
}

/** 手で殺しています: a statement about nobody is work or weather, unless it is suffered (殺されます), refused (帰さない), or
 * done with what the entry asks for (鉄パイプを握って待っている). */
const isMereStatement = ({ of, statesOfNobody }: ClauseRule, { voice, polarity }: Clause): boolean =>
  of === null && !statesOfNobody && voice === 'plain' && polarity === 'affirmed';

const BIDS: ReadonlySet<EntryMood> = new Set(['order', 'request', 'demand', 'invite', 'permit']);

/** Left out, `who` is the writer and theirs where something is announced, and anybody but a stranger where it is bidden. */
function isAgent({ who }: ClauseRule, agent: Person, { voice }: Clause, mood: EntryMood, target: Person): boolean {
  if (who !== null) return who.has(agent) || (voice === 'causative' && agent === 'speaker' && who.has('addressee'));
  if (agent === 'third') return isTheirs(target);
  if (mood === 'wish' && agent === 'addressee') return true; // キスしてほしい
  return BIDS.has(mood) || agent === 'speaker' || agent === 'nobody-said';
}
