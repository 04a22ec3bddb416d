import type { Argument, Aspect, Mood, Person, Voice } from '../../clause/index.ts';
import { type EntryMood, PERSONS, type PersonName } from './clause-names.ts';
import type { Literals } from './literals.ts';

/** What an entry wants of a clause, with the usual meaning of what it leaves out written in. */
export interface ClauseRule {
  readonly words: readonly ClauseWord[];
  readonly moods: ReadonlySet<EntryMood>;
  readonly who: ReadonlySet<Person> | null; // null: whoever threatens or bids in that mood
  readonly to: ReadonlySet<Person>; // of `be`: whom it is said of
  readonly of: readonly string[] | null; // kinds, persons and nouns, one of which it is done to or with
  readonly notOf: readonly string[];
  readonly conditioned: boolean;
  readonly eitherPolarity: boolean;
  readonly statesOfNobody: boolean; // the entry asks for statements, even where nobody is named
}

/** A word of `do` or `be`, read by the analyser that reads the mails. */
export interface ClauseWord {
  readonly text: string; // as written
  readonly use: 'do' | 'be';
  readonly steps: readonly Step[]; // the last is the predicate, the others lead to it: 包丁を持って → 行く
  readonly literals: Literals;
}

export interface Step {
  readonly lemma: string;
  readonly voice: Voice | null; // null: any
  readonly denied: boolean;
  readonly aspects: readonly Aspect[];
  readonly purpose: string | null; // 謝りに来る is no 謝る
  readonly args: readonly Pick<Argument, 'text' | 'head' | 'role'>[];
}

/** As an author writes it; see `EntryFile`. */
export interface ClauseFields {
  readonly as?: readonly string[] | undefined;
  readonly who?: readonly PersonName[] | undefined;
  readonly to?: readonly PersonName[] | undefined;
  readonly of?: readonly string[] | undefined;
  readonly not_of?: readonly string[] | undefined;
  readonly when?: 'condition' | undefined;
  readonly polarity?: 'either' | undefined;
}

/** The moods in which an act is done, threatened or bidden. */
export const USUAL_MOODS: readonly Mood[] = [
  ...(['order', 'request', 'demand', 'will', 'wish', 'invite', 'permit', 'oblige', 'ask', 'guess', 'state'] as const),
];
const THEIRS: readonly Person[] = ['addressee', 'addressee-company', 'addressee-family', 'staff'];
const ANYONE: readonly Person[] = Object.values(PERSONS);
/** Things that nobody minds being killed, burnt or buried, and places where it is play. */
const HARMLESS: readonly string[] = ['program', 'food', 'animal', 'game', 'fiction', 'sport', 'training'];

export function clauseRule(fields: ClauseFields, words: readonly ClauseWord[]): ClauseRule {
  const theirs = fields.who?.every((name) => name !== 'speaker' && name !== 'anyone' && name !== 'nobody') ?? false;
  return {
    words,
    moods: moodsOf(
      fields.as,
      words.some(({ use }) => use === 'be'),
    ),
    who: fields.who === undefined ? null : personsOf(fields.who),
    // What the reader is told to do may be done to anybody: 私に土下座しろ
    to: fields.to === undefined ? new Set(theirs ? ANYONE : [...THEIRS, 'nobody-said']) : personsOf(fields.to),
    of: fields.of?.map((one) => PERSONS[one as keyof typeof PERSONS] ?? one) ?? null,
    notOf: fields.not_of ?? HARMLESS.filter((kind) => !fields.of?.includes(kind)),
    conditioned: fields.when === 'condition',
    eitherPolarity: fields.polarity === 'either',
    statesOfNobody: fields.as?.some((mood) => mood === 'state' || mood === '+state') ?? false,
  };
}

function moodsOf(as: readonly string[] | undefined, isBe: boolean): ReadonlySet<EntryMood> {
  const usual: readonly EntryMood[] = isBe ? [...USUAL_MOODS, 'did'] : USUAL_MOODS;
  if (as === undefined) return new Set(usual);
  if (!/^[+-]/.test(as[0]!)) return new Set(as as EntryMood[]);
  const moods = new Set(usual);
  for (const signed of as) {
    const mood = signed.slice(1) as EntryMood;
    if (signed.startsWith('+')) moods.add(mood);
    else moods.delete(mood);
  }
  return moods;
}

const personsOf = (names: readonly PersonName[]): ReadonlySet<Person> => new Set(names.flatMap(personsNamed));

function personsNamed(name: PersonName): readonly Person[] {
  if (name === 'anyone') return ANYONE;
  return name === 'theirs' ? THEIRS : [PERSONS[name]];
}
