import type { Span } from '../text/index.ts';

/**
 * What the writer does with the predicate.
 *
 * order 死ね, しなさい, すること · request してください, してくれ, お願いします · demand してもらう, していただきます, すべきだ, して当然だ ·
 * will 殺す, 殺すぞ, 殺してやる, 殺すつもりだ · wish 殺したい, 死んでほしい, 死ねばいいのに · invite しませんか, しましょう ·
 * prohibit するな, してはいけない · permit してもいい · oblige しなければならない, するしかない · ask 殺しますか, 殺されたいのか ·
 * guess 殺すかもしれない, 殺すだろう · state everything else.
 */
export type Mood =
  | 'order'
  | 'request'
  | 'demand'
  | 'will'
  | 'wish'
  | 'invite'
  | 'prohibit'
  | 'permit'
  | 'oblige'
  | 'ask'
  | 'guess'
  | 'state';

/**
 * speaker: the writer and theirs (私, 弊社, うち) · addressee: the reader (お前, あなた) · addressee-company: the reader's firm, shop
 * or place (御社, お宅, そちらの店) · addressee-family: ご家族, お子さん · staff: people who work there (担当者, 店長, 社長) ·
 * third: anybody or anything else that is named · nobody-said: the text does not tell.
 */
export type Person =
  | 'speaker'
  | 'addressee'
  | 'addressee-company'
  | 'addressee-family'
  | 'staff'
  | 'third'
  | 'nobody-said';

/** What a noun stands for, as far as it changes what is done to it: プロセスを殺す harms nobody. */
export type Kind =
  | 'program'
  | 'food'
  | 'animal'
  | 'game'
  | 'fiction'
  | 'sport'
  | 'money'
  | 'time'
  | 'place'
  | 'body'
  | 'weapon'
  | 'fire'
  | 'document'
  | 'product'
  | 'vehicle'
  | 'message'
  | 'feeling'
  | 'nature'
  | 'illness'
  | 'work'
  | 'clothing'
  | 'training';

export type Voice = 'plain' | 'passive' | 'causative' | 'potential' | 'receive' | 'give';

/**
 * What the auxiliaries add to the verb: begin 殴り始める, continue 殴り続ける, almost 殴りかける, overdo 殴りまくる, through 殴り切る,
 * about 殴り回る, together 殴り合う, burst 殴り出す, exhaust 殴り尽くす, toomuch 殴りすぎる, around 殴って回る, away 殴ってしまう, try 殴ってみる,
 * show 殴ってみせる.
 */
export type Aspect = (typeof ASPECTS)[number];
export const ASPECTS = [
  ...(['begin', 'continue', 'almost', 'overdo', 'through', 'about', 'together', 'burst', 'exhaust'] as const),
  ...(['toomuch', 'around', 'away', 'try', 'show'] as const),
] as const;

export type Politeness = 'plain' | 'polite' | 'humble' | 'rough';

/** How a noun belongs to its predicate; `bare` has no particle (俺 許さない), `genitive` belongs to the noun after it. */
export type Role =
  | 'topic'
  | 'subject'
  | 'object'
  | 'to'
  | 'at'
  | 'with'
  | 'from'
  | 'until'
  | 'by'
  | 'also'
  | 'only'
  | 'call'
  | 'genitive'
  | 'bare';

export interface Predicate extends Span {
  /** Dictionary form, kana folded to the usual kanji where only one word is meant: ころしてやる → 殺す; 無能; 土下座する. */
  readonly lemma: string;
  readonly kind: 'verb' | 'adjective' | 'noun';
  /** The lemma with each of its objects and goals, as a dictionary would list it: 火をつける, 家に行く. */
  readonly phrases: readonly string[];
}

export interface Argument extends Span {
  /** Dictionary form of the noun that heads it: 社長 in うちのバカ社長を. */
  readonly head: string;
  /** The whole of it as written, particle left out. */
  readonly text: string;
  readonly role: Role;
  readonly person: Person;
  readonly kinds: readonly Kind[];
}

/** What stands around a clause. Indices are into the array that `analyse` returned. */
export type Frame =
  /** Between quotation marks: 「殺す」. */
  | { readonly kind: 'quoted' }
  /** Somebody's words: 殺すと言われた, 殺すとの電話, 殺すって言う客. */
  | { readonly kind: 'reported'; readonly by: Person }
  /** The writer's own words, said again: 殺すと言っている, 殺すって言ってんだろ, 殺すと約束する. */
  | { readonly kind: 'declared' }
  /** 殺すそうだ, 殺すらしい, 殺すとのことです. */
  | { readonly kind: 'hearsay' }
  /** 殺されるかと思った, 殺すと考えている. */
  | { readonly kind: 'thought'; readonly by: Person }
  /** Denied from above; the clause's polarity is `denied` then: 殺すつもりはない, 殺すとは言っていない, 殺すわけではない. */
  | { readonly kind: 'disowned'; readonly what: 'intention' | 'words' | 'thought' | 'fact' }
  /** The if-part: 返金しないなら. `main` is null where the main clause is left unsaid. */
  | { readonly kind: 'condition'; readonly main: number | null }
  /** The main part: 火をつける, where a condition stands before it. */
  | { readonly kind: 'conditioned'; readonly by: number }
  /** 殺しても, 殺すけど. */
  | { readonly kind: 'concessive'; readonly main: number | null }
  /** 殺すから, 殺すので. */
  | { readonly kind: 'reason'; readonly main: number | null }
  /** 来て殺す, 行き、殺す, 笑いながら: takes mood and person from the clause it leads to. */
  | { readonly kind: 'linked'; readonly main: number }
  | { readonly kind: 'question'; readonly manner: 'real' | 'rhetorical' }
  /** Tells about a noun: 殺される夢, 人を殺した男. */
  | { readonly kind: 'relative'; readonly head: string; readonly person: Person; readonly kinds: readonly Kind[] }
  /** Made a noun: 殺すこと, 殺すの, 殺すつもり, 殺す気. */
  | { readonly kind: 'nominal'; readonly head: string }
  /** One of several: 殺したり, 殺すとか, 殺すなど. */
  | { readonly kind: 'list' }
  /** What somebody goes or comes for: 殺しに行く, 殺すために; what it is feared for: 殺しに来た. */
  | { readonly kind: 'purpose'; readonly lemma: string };

/** One predicate with what belongs to it. Spans are UTF-16 offsets into the sentence that was analysed. */
export interface Clause extends Span {
  readonly predicate: Predicate;
  readonly mood: Mood;
  /** Of the whole, what denies it from above counted: するな, しないでください and するつもりはない are denied. */
  readonly polarity: 'affirmed' | 'denied';
  readonly voice: Voice;
  readonly aspects: readonly Aspect[];
  readonly tense: 'past' | 'other';
  readonly politeness: Politeness;
  /** Who does it. In the passive, who does it to somebody: 殺されたいのか has agent speaker, target addressee. */
  readonly agent: Person;
  /** To whom, or to what, it is done. */
  readonly target: Person;
  readonly args: readonly Argument[];
  readonly frames: readonly Frame[];
}
